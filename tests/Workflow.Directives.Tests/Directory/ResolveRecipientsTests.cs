using System.Text;
using Workflow.Directives.Directory;
using static Workflow.Directives.Tests.Directory.SampleDirectory;

namespace Workflow.Directives.Tests.Directory;

/// <summary>Lines that are clear on their day.</summary>
public sealed class ResolveRecipientsTests
{
    [Theory]
    [InlineData("Văn phòng Trung ương Đảng", "TW-VP")]
    [InlineData("Văn phòng TW Đảng", "TW-VP")]
    [InlineData("VĂN PHÒNG TRUNG ƯƠNG ĐẢNG", "TW-VP")]
    [InlineData("Uỷ ban nhân dân tỉnh Nam Bình", "UBND")]
    [InlineData("UBND tỉnh", "UBND")]
    [InlineData("HĐND, UBND tỉnh", "HDND UBND")]
    [InlineData("HĐND-UBND tỉnh", "HDND UBND")]
    [InlineData("Ban Tổ chức, Ban Nội chính Tỉnh ủy", "BTCTU BNCTU")]
    [InlineData("Ban Tổ chức, Nội chính, Tuyên giáo và Dân vận Tỉnh uỷ", "BTCTU BNCTU BTGDVTU")]
    [InlineData("Sở Y tế, Tài chính; Công an tỉnh", "SYT STC CA")]
    [InlineData("Các sở: Y tế, Giáo dục và Đào tạo, Nội vụ", "SYT SGDDT SNV")]
    [InlineData("Sở GD&ĐT", "SGDDT")]
    [InlineData("Sở VH,TT&DL", "SVHTTDL")]
    [InlineData("Sở Văn hoá, Thể thao và Du lịch", "SVHTTDL")]
    [InlineData("Đảng ủy xã An Thịnh", "DU-XA-0302")]
    [InlineData("Đảng ủy, UBND xã An Thịnh", "DU-XA-0302 UB-XA-0302")]
    [InlineData("Đảng ủy các xã An Thịnh, Kim Thạch, phường Bến Ngự", "DU-XA-0302 DU-XA-0501 DU-P-0103")]
    [InlineData("Đảng ủy, UBND các xã An Thịnh, Kim Thạch", "DU-XA-0302 DU-XA-0501 UB-XA-0302 UB-XA-0501")]
    [InlineData("Đảng ủy, UBND xã An Thịnh, phường Bến Ngự", "DU-XA-0302 DU-P-0103 UB-XA-0302 UB-P-0103")]
    [InlineData("Liên minh Hợp tác xã tỉnh", "LMHTX")]
    [InlineData("Đoàn TNCS Hồ Chí Minh tỉnh", "TDOAN")]
    [InlineData("Đ/c Bí thư Tỉnh ủy (để b/c)", "TUV-K1-01")]
    [InlineData("Đồng chí Nguyễn Khải Định, Bí thư Tỉnh ủy", "TUV-K1-01")]
    [InlineData("Thường trực Tỉnh ủy (để báo cáo)", "TUV-K1-01 TUV-K1-02 TUV-K1-03 TUV-K1-04")]
    [InlineData("Thường trực Tỉnh ủy để b/c", "TUV-K1-01 TUV-K1-02 TUV-K1-03 TUV-K1-04")]
    [InlineData("Bí thư, các Phó Bí thư Tỉnh ủy", "TUV-K1-01 TUV-K1-02 TUV-K1-03 TUV-K1-04")]
    [InlineData("Ban Thường vụ các đảng ủy trực thuộc Tỉnh ủy", "DU-CA DU-CCQD DU-DHNB DU-KKT DU-QS DU-UBND")]
    [InlineData("Như kính gửi; Văn phòng Chính phủ (b/c)", "BAODAI TW-VPCP")]
    [InlineData("Các ban, cơ quan tham mưu, giúp việc Tỉnh ủy", "BNCTU BTCTU BTGDVTU UBKTTU VPTU")]
    [InlineData("Các ban xây dựng Đảng", "BNCTU BTCTU BTGDVTU UBKTTU")]
    [InlineData("Các đảng ủy trực thuộc Tỉnh ủy", "DU-CA DU-CCQD DU-DHNB DU-KKT DU-QS DU-UBND")]
    [InlineData("ĐUTT", "DU-CA DU-CCQD DU-DHNB DU-KKT DU-QS DU-UBND")]
    [InlineData("Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh", "MTTQ HCCB HND HPN LDLD TDOAN")]
    [InlineData("MTTQ, các đoàn thể tỉnh", "MTTQ HCCB HND HPN LDLD TDOAN")]
    [InlineData("Báo và phát thanh, truyền hình Nam Bình", "BAODAI")]
    [InlineData("Ban Chỉ đạo phòng, chống tham nhũng, lãng phí, tiêu cực tỉnh", "BCDPCTN")]
    public void Line_OnTodaysDirectory_MeansTheseUnits(string text, string codes)
    {
        var line = Resolve(text, Now, "Báo và Đài PT-TH tỉnh");

        Assert.Empty(line.Problems);
        Assert.Equal(codes.Split(' '), Codes(line));
    }

    [Theory]
    [InlineData("Các huyện, thành ủy", "DistrictParty", 8)]
    [InlineData("Các huyện, thị ủy, thành ủy", "DistrictParty", 9)]
    [InlineData("Các huyện, thị, thành ủy", "DistrictParty", 9)]
    [InlineData("Các huyện ủy, thị uỷ, thành ủy", "DistrictParty", 9)]
    [InlineData("UBND các huyện, thị xã, thành phố", "DistrictGovernment", 9)]
    [InlineData("UBND các huyện, thành phố", "DistrictGovernment", 8)]
    [InlineData("Các BCS đảng", "PartyCaucus", 3)]
    public void DistrictsAndCaucuses_In2021_AreTheBodiesOfThatDay(string text, string kind, int count)
    {
        var line = Resolve(text, Before);

        Assert.Empty(line.Problems);
        Assert.Equal(count, line.Units.Count);
        Assert.All(line.Units, unit => Assert.Equal(Enum.Parse<UnitKind>(kind), Snapshot.Find(unit.UnitId)!.Kind));
    }

    [Theory]
    [InlineData("Ban Thường vụ Đảng ủy các xã, phường, đặc khu")]
    [InlineData("Các đảng ủy xã, phường, đặc khu trên địa bàn tỉnh")]
    public void OneHeadBeforeThreeTerritories_Today_MeansEachTerritory(string text)
    {
        var line = Resolve(text, Now);

        Assert.Empty(line.Problems);
        Assert.Equal(54, line.Units.Count);
    }

    [Fact]
    public void TwoHeadsBeforeThreeTerritories_Today_MeanEveryCombination()
    {
        var line = Resolve("Đảng ủy, UBND các xã, phường, đặc khu", Now);

        Assert.Empty(line.Problems);
        Assert.Equal(108, line.Units.Count);
        Assert.Equal(54, line.Units.Count(unit => Snapshot.Find(unit.UnitId)!.Kind == UnitKind.CommuneParty));
    }

    [Fact]
    public void TwoHeadsBeforeThreeTerritories_In2021_TakeTheOldCommunesOnly()
    {
        var line = Resolve("Đảng ủy, UBND các xã, phường, thị trấn", Before);

        Assert.Empty(line.Problems);
        Assert.All(line.Units, unit => Assert.True(Snapshot.Find(unit.UnitId)!.LivesOn(Before)));
        Assert.Equal(12, line.Units.Count(unit => Snapshot.Find(unit.UnitId)!.AreaKind == AreaKind.Township));
    }

    [Fact]
    public void DepartmentsLine_Today_HoldsDepartmentsSectorsAndMassOrganisationsButNoEndedBody()
    {
        var codes = Codes(Resolve("Các sở, ban, ngành, đoàn thể cấp tỉnh", Now));

        Assert.Superset(new HashSet<string> { "SYT", "TAND", "CA", "VPUBND", "LDLD", "HND" }, codes.ToHashSet());
        Assert.DoesNotContain("SGTVT", codes);
        Assert.DoesNotContain("VPTU", codes);
        Assert.DoesNotContain("VPTU-TH", codes);
    }

    [Theory]
    [InlineData("Các đồng chí Tỉnh ủy viên")]
    [InlineData("Các đ/c Tỉnh ủy viên")]
    [InlineData("CÁC Đ/C TỈNH UỶ VIÊN")]
    public void CommitteeMembers_AtEachDay_AreThoseOfTheTerm(string text)
    {
        var (before, now) = (Resolve(text, Before), Resolve(text, Now));

        Assert.Equal((10, 24), (before.Units.Count, now.Units.Count));
        Assert.Empty(before.Units.Select(unit => unit.UnitId).Intersect(now.Units.Select(unit => unit.UnitId)));
    }

    [Fact]
    public void DecomposedText_IsTheSameLine()
    {
        var line = Resolve("Đảng ủy, UBND các xã, phường, đặc khu".Normalize(NormalizationForm.FormD), Now);

        Assert.Empty(line.Problems);
        Assert.Equal(108, line.Units.Count);
    }

    [Theory]
    [InlineData("Lưu Văn phòng Tỉnh ủy")]
    [InlineData("Lưu: VT, Phòng Tổng hợp")]
    [InlineData("Lưu VT")]
    [InlineData("Lưu VPTU")]
    public void ArchiveLine_IsDeliveredToNobody(string text)
    {
        var line = Resolve(text, Now);

        Assert.True(line.Archive);
        Assert.Empty(line.Units);
        Assert.Empty(line.Problems);
    }

    [Fact]
    public void AsAbove_TakesTheAddressees_UnderItsOwnText()
    {
        var line = Resolve("Như trên", Now, "Sở Y tế", "Công an tỉnh, Sở Y tế");

        Assert.True(line.BackReference);
        Assert.Equal(["SYT", "CA"], Codes(line));
        Assert.All(line.Units, unit => Assert.Equal("Như trên", unit.Reason));
    }

    [Fact]
    public void AsAbove_WithMoreOnTheLine_KeepsBoth()
    {
        var line = Resolve("Như trên, Văn phòng UBND tỉnh, lưu VT", Now, "Sở Y tế");

        Assert.True(line.BackReference);
        Assert.True(line.Archive);
        Assert.Equal(["SYT", "VPUBND"], Codes(line));
    }

    [Fact]
    public void UnitNamedTwiceOnALine_IsThereOnce() =>
        Assert.Equal(["SYT"], Codes(Resolve("Sở Y tế, Sở Y tế", Now)));
}
