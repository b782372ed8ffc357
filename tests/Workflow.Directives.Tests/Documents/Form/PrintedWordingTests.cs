using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Tests.Documents.Form;

public sealed class PrintedWordingTests
{
    private static readonly FormProfile Plain = FormProfiles.ByCode("HD05")!;

    [Theory]
    [InlineData("Uỷ ban Hoà Bình khoẻ", ToneSpelling.FirstVowel, "Ủy ban Hòa Bình khỏe")]
    [InlineData("Ủy ban HÒA BÌNH khỏe", ToneSpelling.SecondVowel, "Uỷ ban HOÀ BÌNH khoẻ")]
    [InlineData("đoàn, toán, quý, quỳ, Thuỵ, thuyền, hoặc", ToneSpelling.SecondVowel, "đoàn, toán, quý, quỳ, Thuỵ, thuyền, hoặc")]
    [InlineData("đoàn, toán, quý, quỳ, Thụy, thuyền, hoặc", ToneSpelling.FirstVowel, "đoàn, toán, quý, quỳ, Thụy, thuyền, hoặc")]
    [InlineData("uỷ và ủy", ToneSpelling.AsWritten, "uỷ và ủy")]
    public void Spelling_OfOpenVowels_FollowsTheHouseStyle(string text, ToneSpelling style, string expected) =>
        Assert.Equal(expected, PrintedWording.Spelling(text, style));

    [Theory]
    [InlineData("V/v phòng dịch", LetterSubjectWording.InFull, "Về việc phòng dịch")]
    [InlineData("Về việc phòng dịch", LetterSubjectWording.Abbreviated, "V/v phòng dịch")]
    [InlineData("V/v phòng dịch", LetterSubjectWording.Bare, "phòng dịch")]
    [InlineData("phòng dịch", LetterSubjectWording.Abbreviated, "V/v phòng dịch")]
    [InlineData("V/v phòng dịch", LetterSubjectWording.AsWritten, "V/v phòng dịch")]
    public void Subject_OfALetter_BeginsAsTheOfficeChose(string subject, LetterSubjectWording wording, string expected)
    {
        var letter = new DirectiveDocument { Type = DocumentTypes.ByCode("CV"), Subject = subject };

        Assert.Equal(expected, PrintedWording.Apply(letter, Plain with { LetterSubject = wording }).Subject);
        Assert.Equal(subject, PrintedWording.Apply(letter with { Type = DocumentTypes.ByCode("CT") }, Plain with { LetterSubject = wording }).Subject);
    }

    [Theory]
    [InlineData("đến chi bộ./.", BodyEnding.FullStop, "đến chi bộ.")]
    [InlineData("đến chi bộ.", BodyEnding.FullStopAndSlash, "đến chi bộ./.")]
    [InlineData("đến chi bộ", BodyEnding.FullStop, "đến chi bộ.")]
    [InlineData("đến chi bộ./.", BodyEnding.AsWritten, "đến chi bộ./.")]
    public void End_OfTheText_IsAsTheOfficeChose(string last, BodyEnding ending, string expected)
    {
        var section = new Section("1.", null, [new("Việc thứ nhất.", null, 1), new(last, null, 2)]);
        var inSection = new DirectiveDocument { Sections = [section] };
        var inClosing = inSection with { Closing = [new(last, null, 3)] };

        Assert.Equal(expected, PrintedWording.Apply(inSection, Plain with { Ending = ending }).Sections[0].Paragraphs[1].Text);
        Assert.Equal(last, PrintedWording.Apply(inClosing, Plain with { Ending = ending }).Sections[0].Paragraphs[1].Text);
        Assert.Equal(expected, PrintedWording.Apply(inClosing, Plain with { Ending = ending }).Closing[0].Text);
    }
}
