using Workflow.Directives.Directory;
using static Workflow.Directives.Tests.Directory.SampleDirectory;

namespace Workflow.Directives.Tests.Directory;

public sealed class MergeRecipientsTests
{
    private static readonly RecipientText[] List =
    [
        new(1, "Các ban, cơ quan tham mưu, giúp việc Tỉnh ủy"), new(2, "Ban Tổ chức Tỉnh ủy"), new(3, "Các ban xây dựng Đảng", "để thực hiện"), new(4, "Lưu Văn phòng Tỉnh ủy"),
    ];

    [Fact]
    public void UnitNamedByThreeLines_IsOneRecipientWithThreeReasons()
    {
        var merged = MergedRecipient.Of(RecipientResolver.ResolveAll(Snapshot, List, Now, []));

        var one = Assert.Single(merged, recipient => Code(recipient.UnitId) == "BTCTU");
        Assert.Equal(["Các ban, cơ quan tham mưu, giúp việc Tỉnh ủy", "Ban Tổ chức Tỉnh ủy", "Các ban xây dựng Đảng"], one.Reasons);
        Assert.Equal("Ban Tổ chức Tỉnh ủy", one.UnitName);
    }

    [Fact]
    public void MergedList_HasEachUnitOnce_AndLosesNone()
    {
        var lines = RecipientResolver.ResolveAll(Snapshot, List, Now, []);

        var merged = MergedRecipient.Of(lines);

        Assert.Equal(lines.SelectMany(line => line.Units).Select(unit => unit.UnitId).Distinct(), merged.Select(recipient => recipient.UnitId));
    }
}
