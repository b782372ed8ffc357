using Workflow.Directives.Directory;
using static Workflow.Directives.Tests.Directory.SampleDirectory;

namespace Workflow.Directives.Tests.Directory;

/// <summary>A list of names means what its names mean: nothing is lost, nothing is added by standing side by side.</summary>
public sealed class ComposeRecipientsTests
{
    private static readonly string[] Names =
    [
        .. Snapshot.Units.Where(unit => unit.LivesOn(Now) || unit.Kind is not (UnitKind.CommuneParty or UnitKind.CommuneGovernment))
            .Select(unit => unit.Name).Distinct().Where((_, at) => at % 12 == 0),
        .. Snapshot.Groups.Select(group => group.Name),
        "Trạm Khí tượng Hòn Mây", "Câu lạc bộ Hưu trí", "Tổng kho xăng dầu",
    ];

    private static readonly Dictionary<string, LineResolution> Alone = Names.ToDictionary(name => name, name => Resolve(name, Now));

    [Fact]
    public void TwoNames_OnOneLine_MeanWhatTheyMeanAlone()
    {
        foreach (var first in Names)
        {
            foreach (var second in Names.Where(name => name != first))
            {
                AssertComposed([first, second]);
            }
        }
    }

    [Fact]
    public void AnyLine_HasEverySegmentInSomePart()
    {
        var random = new Random(20261122);
        for (var round = 0; round < 4000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 7)).Select(_ => Pick(Fragments, random) + Pick(Joins, random)));
            var parts = RecipientParts.Of(Snapshot, text);
            foreach (var printed in Snapshot.Segments(text).Select(segment => text[segment.Start..segment.End]))
            {
                Assert.True(
                    parts.Any(part => part.Text.Contains(printed, StringComparison.Ordinal)),
                    $"“{printed}” of “{text}” is in none of: {string.Join(" | ", parts.Select(part => part.Text))}");
            }
        }
    }

    private static readonly string[] Joins = [", ", "; ", " và ", " - ", "/", " ", ", các "];

    private static readonly string[] Fragments =
    [
        "Đảng ủy", "UBND", "HĐND", "Huyện ủy", "thành ủy", "Các", "xã", "phường", "đặc khu", "huyện", "thị xã", "thành phố", "thị trấn", "Sở Y tế", "Tài chính",
        "An Thịnh", "xã An Thịnh", "phường Bến Ngự", "tỉnh", "Tỉnh ủy", "Văn phòng", "Ban Tổ chức", "sở", "ban", "ngành", "ĐT", "MTTQ", "ĐUTT", "BCS đảng",
        "Liên minh Hợp tác xã", "Chủ tịch UBND các xã", "Bí thư", "Lưu Văn Bảy", "Công an", "trong tỉnh", "Như trên", "Lưu: VT", "Covid-19", "trực thuộc", "chống dịch",
    ];

    private static string Pick(string[] from, Random random) => from[random.Next(from.Length)];

    private static void AssertComposed(string[] names)
    {
        var text = string.Join(", ", names);
        var line = Resolve(text, Now);
        var expected = names.SelectMany(name => Alone[name].Units).Select(unit => unit.UnitId).Distinct();
        Assert.True(expected.SequenceEqual(line.Units.Select(unit => unit.UnitId)), $"{text}: {string.Join(' ', Codes(line))}");
        var problems = names.SelectMany(name => Alone[name].Problems).Select(problem => (problem.Code, problem.Part)).Distinct();
        Assert.True(
            problems.SequenceEqual(line.Problems.Select(problem => (problem.Code, problem.Part))),
            $"{text}: {string.Join(" | ", line.Problems.Select(problem => $"{problem.Code} {problem.Part}"))}");
    }
}
