using System.Buffers.Binary;
using System.Text;
using Workflow.Directives.Documents.Fonts;

namespace Workflow.Directives.Tests.Documents.Fonts;

public sealed class FontSubsetTests
{
    private const string Alphabet = "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ";
    private const string Signs = "0123456789 .,;:!?-–—/()[]“”‘’«»…%+*&@°²³²§•";

    [Theory]
    [InlineData(FontFace.Regular)]
    [InlineData(FontFace.Bold)]
    [InlineData(FontFace.Italic)]
    [InlineData(FontFace.BoldItalic)]
    public void Face_HasEveryLetterOfTheLanguage(FontFace face)
    {
        var font = TrueTypeFont.Of(face);

        Assert.All(Alphabet + Alphabet.ToUpperInvariant() + Signs, letter => Assert.NotEqual(0, font.GlyphOf(letter)));
        Assert.All(Alphabet, letter => Assert.InRange(font.Advance(font.GlyphOf(letter)), 400, 2000));
    }

    [Theory]
    [InlineData(FontFace.Regular, "ĐẢNG CỘNG SẢN VIỆT NAM", 14, 186.63)]
    [InlineData(FontFace.Regular, "0123456789", 10, 50)]
    [InlineData(FontFace.Bold, " ", 12, 3)]
    public void Width_IsThatOfTimesNewRoman(FontFace face, string text, double size, double expected) =>
        Assert.Equal(expected, FontMeasures.Width(face, text, size), 0.1);

    [Fact]
    public void Subset_OfAFewLetters_IsSmallAndKeepsTheirOutlines()
    {
        var subset = new FontSubset(FontFace.Regular);
        var numbers = "Ệ ờ Ệ".EnumerateRunes().Select(subset.NumberOf).ToList();
        var file = subset.ToFile();
        var whole = TrueTypeFont.Of(FontFace.Regular);

        Assert.Equal([1, 2, 3, 2, 1], numbers);
        Assert.InRange(file.Length, 500, 8_000);
        Assert.Equal(["glyf", "head", "hhea", "hmtx", "loca", "maxp"], Tables(file).Keys);
        Assert.Equal(whole.Advance(whole.GlyphOf('Ệ')), BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(Tables(file)["hmtx"].At + 4)));
        Assert.Equal(whole.Outline(whole.GlyphOf('Ệ'))[..10].ToArray(), file.AsSpan(Tables(file)["glyf"].At + Offset(file, 1), 10).ToArray());
        Assert.True(Offset(file, 2) == Offset(file, 3), "a blank has no outline");
    }

    [Fact]
    public void Subset_ChecksumOfTheWhole_IsWhatTheFormatAsksFor()
    {
        var subset = new FontSubset(FontFace.BoldItalic);
        foreach (var rune in Alphabet.EnumerateRunes())
        {
            subset.NumberOf(rune);
        }

        var file = subset.ToFile();
        var sum = 0u;
        for (var i = 0; i < file.Length; i += 4)
        {
            sum = unchecked(sum + BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(i)));
        }

        Assert.Equal(0xB1B0AFBA, sum);
    }

    [Fact]
    public void Subset_OfOneCharacterTwice_HasOneGlyph_AndOfTwoAlikeTwo()
    {
        var subset = new FontSubset(FontFace.Regular);

        Assert.Equal(subset.NumberOf(new Rune('-')), subset.NumberOf(new Rune('-')));
        Assert.NotEqual(subset.NumberOf(new Rune(' ')), subset.NumberOf(new Rune('\u00A0')));
        Assert.NotEqual(subset.NumberOf(new Rune('漢')), subset.NumberOf(new Rune('字')));
    }

    private static Dictionary<string, (int At, int Length)> Tables(byte[] file) => Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(4)))
        .ToDictionary(
            i => Encoding.ASCII.GetString(file, 12 + (16 * i), 4),
            i => (BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(20 + (16 * i))), BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(24 + (16 * i)))));

    private static int Offset(byte[] file, int glyph) => BinaryPrimitives.ReadInt32BigEndian(file.AsSpan(Tables(file)["loca"].At + (4 * glyph)));
}
