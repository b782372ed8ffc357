using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Tests.Documents.Pdf.Reading;

/// <summary>Values: as written they are read, and what is none is refused in one way.</summary>
public sealed class PdfParserTests
{
    private const int Draws = 2_000;

    private static readonly string[] Pieces =
    [
        "<<", ">>", "[", "]", "(", ")", "<", ">", "/", "/A", "/A#42", "#", "1", "-1", "+", ".", "1.5", "1 0 R", "R", "null", "true", "x", " ", "\n", "%", "\\", "4F", "<4F>", "(a)",
        "1 0 obj", "endobj", "stream\n", "endstream", "\0",
    ];

    private static Arbitrary<PdfValue> Values { get; } = Arb.From(Gen.Sized(size => Value(Math.Min(size, 4))));

    private static Arbitrary<string> Mosaics { get; } = Arb.From(
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces)).Resize(20)
        select string.Concat(pieces), _ => []);

    [Fact]
    public void Value_AsWritten_IsReadBack() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(Values, value =>
    {
        var bytes = value.ToBytes();
        var parser = new PdfParser(bytes, 0, bytes.Length);

        Assert.Equal(value, parser.Value());
        Assert.Equal(bytes.Length, parser.At);
    }));

    [Fact]
    public void Anything_IsReadOrRefused() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(Mosaics, text =>
    {
        var bytes = Encoding.Latin1.GetBytes(text);
        try
        {
            PdfIndirect.Read(bytes, 0, bytes.Length, _ => null);
        }
        catch (PdfFormatException refused)
        {
            Assert.InRange(refused.At, 0, bytes.Length + 1);
        }
    }));

    [Theory]
    [InlineData(@"(a\(b\)c)", "a(b)c")]
    [InlineData("(a(b)c)", "a(b)c")]
    [InlineData(@"(\101\7\\)", "A\a\\")]
    [InlineData("(a\\\nb\r\nc\rd)", "ab\nc\nd")]
    [InlineData(@"(\n\r\t\b\f\x)", "\n\r\t\b\fx")]
    [InlineData("<4 1 42>", "AB")]
    [InlineData("()", "")]
    public void String_InEitherForm_IsItsBytes(string written, string bytes)
    {
        var file = Encoding.Latin1.GetBytes(written);

        Assert.Equal(Encoding.Latin1.GetBytes(bytes), ((PdfBytes)new PdfParser(file, 0, file.Length).Value()).Value);
    }

    [Theory]
    [InlineData("<</A 1 /A 2>>")]
    [InlineData("<</A 1 /#41 2>>")]
    [InlineData("<</A>>")]
    [InlineData("<</A 1")]
    [InlineData("<</A 1>")]
    [InlineData("<1>")]
    [InlineData("<1G>")]
    [InlineData("(a")]
    [InlineData("[1")]
    [InlineData("/A#4")]
    [InlineData("/A#FF")]
    [InlineData("1e5")]
    [InlineData("--1")]
    [InlineData("0 0 R")]
    [InlineData("99999999999999999999 0 R")]
    [InlineData("nul")]
    [InlineData("nullx")]
    [InlineData("")]
    public void Value_ThatReadersTakeDifferently_IsRefused(string written)
    {
        var file = Encoding.Latin1.GetBytes(written);

        Assert.Throws<PdfFormatException>(() =>
        {
            var parser = new PdfParser(file, 0, file.Length);
            parser.Value();
            parser.Expect("R");
        });
    }

    private static Gen<PdfValue> Value(int depth)
    {
        var simple = Gen.OneOf<PdfValue>(
            Gen.Elements<PdfValue>(PdfKeyword.Null, PdfKeyword.True, PdfKeyword.False),
            Gen.Choose(-100_000, 100_000).Select(number => (PdfValue)new PdfNumber(number / 100d)),
            Gen.Elements("A", "ChuKy", "a b", "#", "()", "Số").Select(name => (PdfValue)new PdfName(name)),
            Gen.ArrayOf(Gen.Choose(0, 255)).Select(bytes => (PdfValue)new PdfBytes([.. bytes.Select(one => (byte)one)])),
            Gen.Choose(1, 9_999).Select(number => (PdfValue)new PdfReference(number)));
        return depth == 0
            ? simple
            : Gen.OneOf(
                simple,
                Gen.ArrayOf(Value(depth - 1)).Resize(4).Select(items => (PdfValue)new PdfArray(items)),
                Gen.ArrayOf(Value(depth - 1)).Resize(4).Select(Dictionary));
    }

    private static PdfValue Dictionary(PdfValue[] values)
    {
        var dictionary = new PdfDictionary();
        for (var i = 0; i < values.Length; i++)
        {
            dictionary.Add($"K{i}", values[i]);
        }

        return dictionary;
    }
}
