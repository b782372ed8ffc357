using FsCheck;
using FsCheck.Fluent;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Tests.Documents.Rules;

public sealed class TextFixesTests
{
    private const int Draws = 150;

    private static readonly DateOnly Today = new(2026, 11, 2);

    private static readonly FormSettings House = new()
    {
        LetterSubject = LetterSubjectWording.Abbreviated,
        Ending = BodyEnding.FullStopAndSlash,
        Spelling = ToneSpelling.SecondVowel,
    };

    /// <summary>Slips of the hand that a fix mends, to be sprinkled over any text.</summary>
    private static readonly (string Old, string Slip)[] Slips =
    [
        (", ", " , "), (". ", " ."), (" và ", " và  và "), (" của ", "  của của "), ("ủy", "uỷ"), ("Số ", "Số: "), ("Số: ", "Số "),
        ("T/M ", "TM. "), ("T/L ", "TL "), (";\n", ",\n"), (".\n", ";\n"), ("Kính gửi", "Kính trình"), ("Kính trình", "Kính gửi"),
        ("-----", "--"), ("PHÓ BÍ THƯ", "PHÓ BÍ THƯ TỈNH ỦY"), ("tháng 7", "tháng 07"), ("ngày 0", "ngày "), ("- Như trên;\n", ""),
        (" nhân dân ", " \"nhân dân\" "), ("á", "a\u0301"),
    ];

    public static TheoryData<string> Samples { get; } = [.. new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Documents", "Samples"))
        .GetFiles("*.txt").Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(StringComparer.Ordinal)];

    /// <summary>Rule, sample, what breaks it (as <see cref="TextRulesTests.Breaches"/>); the fix brings back the sample word for word.</summary>
    public static TheoryData<string, string, string, string> Mendable { get; } = new()
    {
        { "number-form", "chi-thi", "Số 09-CT/TU", "Số 9-CT/TU" },
        { "number-label", "chi-thi", "Số 09-CT/TU", "Số: 09-CT/TU" },
        { "authority-form", "chi-thi", "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ" },
        { "position-with-committee", "chi-thi", "PHÓ BÍ THƯ", "PHÓ BÍ THƯ TỈNH ỦY" },
        { "title-before-name", "chi-thi", "Trần Minh Khoa", "PGS.TS. Trần Minh Khoa" },
        { "addressees-on-type", "cong-van-hoa-toc", "Kính gửi", "Kính trình" },
        { "addressees-without-as-above", "cong-van-hoa-toc", "- Như trên;\n", "" },
        { "archive-last", "chi-thi", "- Các đồng chí Tỉnh ủy viên;\n- Lưu Văn phòng Tỉnh ủy.", "- Lưu Văn phòng Tỉnh ủy;\n- Các đồng chí Tỉnh ủy viên." },
        { "terminators-mixed", "chi-thi", "trực thuộc Tỉnh ủy;", "trực thuộc Tỉnh ủy," },
        { "terminators-form", "chi-thi", ";\n", ",\n" },
        { "last-terminator", "chi-thi", "- Lưu Văn phòng Tỉnh ủy.", "- Lưu Văn phòng Tỉnh ủy;" },
        { "date-zero", "chi-thi", "ngày 06 tháng 7", "ngày 6 tháng 07" },
        { "tone-mixed", "chi-thi", "- Lưu Văn phòng Tỉnh ủy.", "- Lưu Văn phòng Tỉnh uỷ." },
        { "not-nfc", "chi-thi", "Quán triệt", "Qua\u0301n triê\u0323t" },
        { "body-end", "chi-thi", "phổ biến đến chi bộ.", "phổ biến đến chi bộ;" },
        { "subject-rule", "chi-thi", "-----", "———" },
        { "double-blank", "chi-thi", "Quán triệt và thực hiện", "Quán  triệt và thực  hiện" },
        { "blank-before-mark", "chi-thi", "di dời.", "di dời ." },
        { "blank-after-mark", "chi-thi", "Rà soát, cắm", "Rà soát,cắm" },
        { "word-twice", "chi-thi", "của nhân dân", "của của nhân dân" },
    };

    [Theory]
    [MemberData(nameof(Mendable))]
    public void Fix_OfABreach_BringsBackTheSample(string rule, string sample, string old, string changed)
    {
        var broken = TextRulesTests.Broken(sample, old, changed);
        var finding = Found(broken).First(finding => finding.Rule == rule);

        Assert.Equal(SampleTests.Text(sample), TextFixes.Apply(broken, finding.Fix!));
    }

    [Fact]
    public void Fix_OfQuotes_PairsThem()
    {
        var text = TextRulesTests.Broken("chi-thi", "nhiệm vụ trọng tâm", "nhiệm vụ \"trọng tâm\"");

        Assert.Contains("nhiệm vụ “trọng tâm” của", TextFixes.ApplyAll(text, Found), StringComparison.Ordinal);
    }

    [Fact]
    public void Fix_OfALineThatChangedMeanwhile_IsNotMade()
    {
        var broken = TextRulesTests.Broken("chi-thi", "Số 09-CT/TU", "Số 9-CT/TU");
        var fix = Found(broken).Single().Fix!;

        Assert.Null(TextFixes.Apply(broken.Replace("Số 9", "Số 8", StringComparison.Ordinal), fix));
        Assert.Null(TextFixes.Apply("một dòng", fix));
    }

    [Fact]
    public void ApplyAll_OfOneRule_LeavesTheOthersAlone()
    {
        var broken = TextRulesTests.Broken("chi-thi", "Số 09-CT/TU|T/M BAN", "Số 9-CT/TU|TM. BAN");

        var mended = TextFixes.ApplyAll(broken, Found, finding => finding.Rule == "number-form");

        Assert.Equal(["authority-form"], Found(mended).Select(finding => finding.Rule));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void ApplyAll_Sample_LeavesNothingToMendAndNothingWorse(string sample)
    {
        AssertMends(SampleTests.Text(sample), new FormSettings());
        AssertMends(SampleTests.Text(sample), House);
    }

    [Fact]
    public void ApplyAll_WrittenDirectiveWithSlips_LeavesNothingToMendAndNothingWorse() => FsCheck.Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(Draws),
        Prop.ForAll(WrittenDocuments.Any, Arb.From(Gen.Choose(0, int.MaxValue - 1)), (document, seed) =>
        {
            var random = new System.Random(seed);
            var text = Slips.Where(_ => random.Next(3) == 0)
                .Aggregate(PlainText.Write(document), (before, slip) => before.Replace(slip.Old, slip.Slip, StringComparison.Ordinal));
            AssertMends(text, random.Next(2) == 0 ? House : new FormSettings());
        }));

    private static void AssertMends(string text, FormSettings settings)
    {
        IReadOnlyList<TextFinding> Held(string one) => TextRules.Check(one, DocumentReader.Read(one), Today, settings);
        var before = Held(text);

        var mended = TextFixes.ApplyAll(text, Held);

        var after = Held(mended);
        Assert.DoesNotContain(after, finding => finding.Fix is not null);
        Assert.Equal(mended, TextFixes.ApplyAll(mended, Held));
        Assert.All(after.GroupBy(finding => finding.Rule), rule => Assert.True(
            rule.Count() <= before.Count(finding => finding.Rule == rule.Key), $"{rule.Key}: {rule.First().Vietnamese}\n--- before\n{text}\n--- after\n{mended}"));
    }

    private static IReadOnlyList<TextFinding> Found(string text) => TextRules.Check(text, DocumentReader.Read(text), Today);
}
