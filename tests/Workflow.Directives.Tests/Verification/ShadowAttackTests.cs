using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;
using Workflow.Directives.Tests.Signing.Pades;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Tests.Verification;

/// <summary>
/// Updates appended to a signed file that leave every signed byte alone and make readers show something else: the attacks of
/// "Shadow Attacks: Hiding and Replacing Content in Signed PDFs" (NDSS 2021), each on a file signed by the signer alone and on a sealed one.
/// </summary>
public sealed class ShadowAttackTests : IDisposable
{
    private readonly VerifiedOffice office = new();

    public void Dispose() => office.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("BadInput", "38")]
    public Task Replace_PageContent(bool isSealed) => FoundAsync(isSealed, "change.content", pdf => Forgery.Update(pdf, (update, last) =>
        update.Replace((PdfReference)Forgery.Page(last).Page["Contents"]!, PaperFile.Stream("BT /F1 14 Tf 90 500 Td (Noi dung khac) Tj ET"))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Replace_ThePageObject(bool isSealed) => FoundAsync(isSealed, "change.content", pdf => Forgery.Update(pdf, (update, last) =>
    {
        var (at, page) = Forgery.Page(last);
        update.Replace(at, page.With("Contents", update.Add(PaperFile.Stream("BT /F1 14 Tf 90 500 Td (Noi dung khac) Tj ET"))));
    }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Replace_ThePageTreeByAnother(bool isSealed) => FoundAsync(isSealed, "change.content", pdf => Forgery.Update(pdf, (update, last) =>
    {
        var (_, page) = Forgery.Page(last);
        var other = update.Add(page.With("Contents", update.Add(PaperFile.Stream("BT ET"))));
        var tree = update.Add(new PdfDictionary { { "Type", new PdfName("Pages") }, { "Kids", new PdfArray(other) }, { "Count", new PdfNumber(1) } });
        update.Replace(update.Root, last.Catalog.With("Pages", tree));
    }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Replace_TheFont(bool isSealed) => FoundAsync(isSealed, "change.content", pdf => Forgery.Update(pdf, (update, last) =>
    {
        var fonts = last.Dictionary(last.Dictionary(Forgery.Page(last).Page["Resources"])!["Font"])!;
        var at = (PdfReference)fonts["F1"]!;
        update.Replace(at, ((PdfDictionary)last.Get(at)!).With("BaseFont", new PdfName("ZapfDingbats")));
    }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("BadInput", "38")]
    public Task Hide_UnderAnAnnotation(bool isSealed) => FoundAsync(isSealed, "change.content", pdf => Forgery.Update(pdf, (update, last) =>
    {
        var (at, page) = Forgery.Page(last);
        var note = update.Add(new PdfDictionary
        {
            { "Type", new PdfName("Annot") }, { "Subtype", new PdfName("FreeText") }, { "Rect", PdfArray.Of(60, 480, 500, 540) },
            { "AP", new PdfDictionary { { "N", PaperFile.Drawn("Noi dung khac", 440, 60)(update) } } },
        });
        update.Replace(at, page.With("Annots", new PdfArray([.. last.Items(page["Annots"]), note])));
    }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("BadInput", "38")]
    public Task Hide_UnderAFieldMovedOverTheText(bool isSealed) => FoundAsync(isSealed, "change.field", pdf => Forgery.Update(pdf, (update, last) =>
    {
        var (at, field) = Forgery.Field(last, DirectiveFields.Number);
        update.Replace(at, field.With("Rect", PdfArray.Of(60, 480, 500, 540)).With("Ff", new PdfNumber(1)));
    }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("BadInput", "38")]
    public Task HideAndReplace_ByPointingTheTableAtAnObjectHiddenBefore(bool isSealed) => FoundAsync(isSealed, "change.content", pdf =>
    {
        // The other text was put into the file, as an object nothing names, before it was signed; now the table names it.
        var content = ((PdfReference)Forgery.Page(PdfLast(pdf)).Page["Contents"]!).Number;
        var other = pdf.AsSpan().IndexOf(System.Text.Encoding.ASCII.GetBytes($"{content} 0 obj\n<</Length 20>>"));
        return Forgery.Append(pdf, "", new Dictionary<int, int> { [content] = other }, Forgery.Trailer(pdf));
    }, hidden: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task HideAndReplace_ByGivingAMissingObjectThatThePageAwaits(bool isSealed) => FoundAsync(isSealed, "change.awaited", pdf =>
    {
        var body = "77 0 obj\n<</Length 2>>\nstream\nBT\nendstream\nendobj\n";
        return Forgery.Append(pdf, body, new Dictionary<int, int> { [77] = pdf.Length }, Forgery.Trailer(pdf).Replace("/Size 7", "/Size 78", StringComparison.Ordinal));
    }, awaiting: true);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Layers_SwitchedInTheCatalog(bool isSealed) => FoundAsync(isSealed, "change.content", pdf => Forgery.Update(pdf, (update, last) =>
        update.Replace(update.Root, last.Catalog.With("OCProperties", new PdfDictionary { { "OCGs", new PdfArray() } }))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("BadInput", "38")]
    public Task Form_WithAFieldMore(bool isSealed) => FoundAsync(isSealed, "change.content", pdf => Forgery.Update(pdf, (update, last) =>
    {
        var at = (PdfReference)last.Catalog["AcroForm"]!;
        var form = (PdfDictionary)last.Get(at)!;
        var field = update.Add(new PdfDictionary { { "FT", new PdfName("Tx") }, { "T", PdfBytes.Text("Them") }, { "V", PdfBytes.Text("Noi dung khac") } });
        update.Replace(at, form.With("Fields", new PdfArray([.. last.Items(form["Fields"]), field])));
    }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Object_ThatNothingRefersTo(bool isSealed) => FoundAsync(isSealed, "change.added", pdf =>
        Forgery.Update(pdf, (update, _) => update.Add(PaperFile.Stream("BT ET"))));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Object_Freed(bool isSealed) => FoundAsync(isSealed, "change.removed", pdf =>
    {
        var page = Forgery.Page(PdfLast(pdf)).At.Number;
        var text = $"xref\n{page} 1\n0000000000 00001 f \ntrailer\n{Forgery.Trailer(pdf)}\nstartxref\n{pdf.Length}\n%%EOF\n";
        return [.. pdf, .. System.Text.Encoding.Latin1.GetBytes(text)];
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    [Trait("BadInput", "38")]
    public Task Signature_Removed(bool isSealed) => FoundAsync(isSealed, "change.signature", pdf => Forgery.Update(pdf, (update, last) =>
    {
        var (at, field) = Forgery.Field(last, DirectiveFields.Signer);
        update.Replace(at, field.With("V", null).With("AP", null));
    }));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Bytes_BetweenTheObjectsOfAnUpdate(bool isSealed) => FoundAsync(isSealed, "change.hidden", pdf =>
        Forgery.Append(pdf, "90 0 obj\n<</Type /Catalog>>\nendobj\n", new Dictionary<int, int>(), Forgery.Trailer(pdf)));

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public Task Trailer_WithAnotherCatalog(bool isSealed) => FoundAsync(isSealed, "change.structure", pdf => Forgery.Update(pdf, (update, last) =>
    {
        // The update is laid out honestly and then its trailer is pointed elsewhere, digit for digit.
        update.Add(last.Catalog);
    }), spoil: pdf => Forgery.Overwrite(pdf, "/Root 1 0 R", "/Root 2 0 R"));

    [Fact]
    public async Task Number_FilledASecondTime()
    {
        var numbered = Signed.Number(await Signed.SignAsync(PaperFile.Blank(), office.Signer));
        var again = Forgery.Update(numbered, (update, last) =>
        {
            var (at, field) = Forgery.Field(last, DirectiveFields.Number);
            update.Replace(at, field.With("V", PdfBytes.Text("Số 09-CT/TU")));
        });

        Assert.Contains("change.field", VerifiedOffice.Codes(office.Verify(again)));
    }

    [Theory]
    [InlineData("Số 08-QĐ/TU")]
    [InlineData("Số 08-CT/TU (mật)")]
    [InlineData("Số tám-CT/TU")]
    [InlineData("Số        -CT/TU")]
    [InlineData("Số 08 thay 07-CT/TU")]
    [InlineData("")]
    public async Task Number_FilledWithMoreThanFigures(string line)
    {
        var numbered = Signed.Number(await Signed.SignAsync(PaperFile.Blank(), office.Signer), number: line);

        Assert.Contains("change.field", VerifiedOffice.Codes(office.Verify(numbered)));
    }

    [Fact]
    public async Task Seal_ThenNumber_IsNotAllowed()
    {
        var early = await Signed.SealAsync(await Signed.SignAsync(PaperFile.Blank(), office.Signer), office.Seal);

        Assert.Equal(["change.field"], VerifiedOffice.Codes(office.Verify(Signed.Number(early))));
    }

    [Fact]
    public async Task ProofsForLater_AreNoChange()
    {
        var proven = Forgery.Update(await office.WholeAsync(), (update, last) =>
        {
            var certificate = update.Add(PaperFile.Stream("a certificate"));
            update.Replace(update.Root, last.Catalog.With("DSS", update.Add(new PdfDictionary { { "Certs", new PdfArray(certificate) } })));
        });
        var verified = office.Verify(proven);

        Assert.Equal([], VerifiedOffice.Codes(verified));
        Assert.DoesNotContain(verified.Signatures, one => one.CoversWholeFile);
    }

    private static PdfRevision PdfLast(byte[] pdf) => PdfFile.Read(pdf).Last;

    private async Task FoundAsync(
        bool isSealed, string code, Func<byte[], byte[]> attack, bool hidden = false, bool awaiting = false, Func<byte[], byte[]>? spoil = null)
    {
        var blank = PaperFile.Blank((_, page, _) =>
        {
            if (awaiting)
            {
                page["Contents"] = new PdfArray(page["Contents"]!, new PdfReference(77));
            }
        });
        if (hidden)
        {
            blank = Forgery.Append(
                blank, "6 0 obj\n<</Length 20>>\nstream\nBT (Khac) Tj ET     \nendstream\nendobj\n", new Dictionary<int, int>(), Forgery.Trailer(blank));
        }

        var signed = await Signed.SignAsync(blank, office.Signer);
        var honest = isSealed ? await Signed.SealAsync(Signed.Number(signed), office.Seal) : signed;
        Assert.True(office.Verify(honest).Verdict < FileVerdict.NotSigned);
        var forged = attack(honest);
        var verified = office.Verify(spoil is null ? forged : spoil(forged));

        Assert.Equal(FileVerdict.Altered, verified.Verdict);
        Assert.Contains(code, VerifiedOffice.Codes(verified));
        Assert.All(verified.Signatures, one => Assert.Equal(FileVerdict.Altered, one.Verdict));
    }
}
