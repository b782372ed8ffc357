using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Tests.Documents.Form;

public sealed class FormProfilesTests
{
    private static readonly DirectiveDocument Party = new() { Title = HeadTitle.Party, Symbol = "CT/TU" };

    [Theory]
    [InlineData("2026-05-27", "HD05")]
    [InlineData("2026-05-26", "HD36")]
    [InlineData("2018-04-03", "HD36")]
    [InlineData("2017-01-01", "HD36")]
    [InlineData("2031-01-01", "HD05")]
    public void PartyPaper_OnADay_TakesTheRuleOfThatDay(string day, string code) =>
        Assert.Equal(code, FormProfiles.For(Party, DateOnly.Parse(day, null), new()).Code);

    [Theory]
    [InlineData(HeadTitle.State, "CT/TU", "ND30")]
    [InlineData(HeadTitle.None, "CT-UBND", "ND30")]
    [InlineData(HeadTitle.None, "CT/TU", "HD05")]
    [InlineData(HeadTitle.None, null, "HD05")]
    [InlineData(HeadTitle.Party, "CT-UBND", "HD05")]
    public void Paper_ByTitleAndSymbol_TakesItsOwnRule(HeadTitle title, string? symbol, string code) =>
        Assert.Equal(code, FormProfiles.For(new() { Title = title, Symbol = symbol }, new(2026, 7, 1), new()).Code);

    [Fact]
    public void Hd05_SaysWhatTheGuidelineSays()
    {
        var form = FormProfiles.ByCode("HD05")!;

        Assert.Equal((210, 297, 20, 20, 30, 15), (form.Sheet.WidthMm, form.Sheet.HeightMm, form.Sheet.TopMm, form.Sheet.BottomMm, form.Sheet.LeftMm, form.Sheet.RightMm));
        Assert.Equal((10, 2), (form.PageNumber.FromTopMm, form.PageNumber.FirstPage));
        Assert.Equal((10, 6, 20, 18), (form.Body.FirstLineIndentMm, form.Body.GapPt, form.Body.LinePt, form.Body.LeastLinePt));
        Assert.Equal((HeadMark.Star, HeadMark.Hyphens, ";"), (form.Head.UnderIssuer, form.Head.UnderSubject, form.Foot.RecipientSeparator));
        Assert.True(form[FormElement.NationalTitle] is { SizePt: 15, Bold: true, Capitals: true });
        Assert.True(form[FormElement.Position] is { SizePt: 14, Bold: false, Capitals: true });
        Assert.True(form[FormElement.RecipientsLabel] is { SizePt: 14, Underlined: true, Bold: false });
        Assert.True(form[FormElement.LetterSubject] is { SizePt: 12, Italic: true });
    }

    [Fact]
    public void Hd36_PartsRecipientsByCommas() => Assert.Equal(",", FormProfiles.ByCode("HD36")!.Foot.RecipientSeparator);

    [Fact]
    public void StatePaper_DiffersWhereTheDecreeDoes()
    {
        var form = FormProfiles.ByCode("ND30")!;

        Assert.True(form.IsState && form.Head.BoxedUrgency);
        Assert.True(form[FormElement.Position].Bold);
        Assert.True(form[FormElement.RecipientsLabel] is { Bold: true, Italic: true, Underlined: false });
        Assert.Equal(HeadMark.ShortRule, form.Head.UnderIssuer);
    }

    [Fact]
    public void EveryValue_NamesItsSource()
    {
        foreach (var form in FormProfiles.All)
        {
            Assert.All(
                [form.Sheet.Source, form.PageNumber.Source, form.Body.Source, form.Head.Source, form.Foot.Source, .. form.Looks.Values.Select(look => look.Source)],
                source => Assert.NotEmpty(source));
        }
    }

    [Fact]
    public void Settings_WhereRulesLeaveAChoice_GoOverTheProfile()
    {
        var form = FormProfiles.For(Party, new(2026, 7, 1), new() { PageNumberSizePt = 13, BodySizePt = 15, LinePt = 18, MirroredBacks = true, Ending = BodyEnding.FullStop });

        Assert.Equal(13, form[FormElement.PageNumber].SizePt);
        Assert.Equal((15, 15, 14), (form[FormElement.Body].SizePt, form[FormElement.Heading].SizePt, form[FormElement.Issuer].SizePt));
        Assert.Equal((18, 18), (form.Body.LinePt, form.Body.LeastLinePt));
        Assert.True(form.Sheet.MirroredBacks);
        Assert.Equal(BodyEnding.FullStop, form.Ending);
    }

    [Fact]
    public void Settings_OutsideWhatIsAllowed_AreNamed()
    {
        Assert.Empty(new FormSettings { LinePt = 18, PageNumberSizePt = 14 }.Problems());
        Assert.Equal(
            [("LinePt", "25", "18–22"), ("GapPt", "NaN", "6–12"), ("Ending", "9", "AsWritten, FullStop, FullStopAndSlash")],
            new FormSettings { LinePt = 25, GapPt = double.NaN, Ending = (BodyEnding)9 }.Problems());
    }
}
