namespace Workflow.Directives.Tests;

/// <summary>The sample's people as the tests call them: the part of the e-mail address before the @.</summary>
internal static class Who
{
    public const string Drafter = "chuyenvien.my";
    public const string OtherDrafter = "chuyenvien.hoach";
    public const string DrafterElsewhere = "chuyenvien.su";
    public const string Head = "truongphong.boi";
    public const string DeputyHead = "phophong.giang";
    public const string HeadElsewhere = "truongphong.lenh";
    public const string Clerk = "vanthu.nhai";
    public const string OtherClerk = "vanthu.quat";
    public const string Chief = "chanhvanphong.duong";
    public const string DeputyChief = "phochanhvanphong.tin";
    public const string Secretary = "bithu.dinh";
    public const string Deputy = "phobithu.lan";
    public const string OtherDeputy = "phobithu.sam";
    public const string Administrator = "quantri.dat";
    public const string Auditor = "kiemtoan.luong";
    public const string ClerkOfAnLoc = "banthipham";
    public const string OtherClerkOfAnLoc = "nguyendangthuong";
    public const string ClerkOfHealth = "dongthiluanhi";
}
