using FsCheck;
using FsCheck.Fluent;
using Workflow.Directives.Verification;

namespace Workflow.Directives.Tests.Verification;

/// <summary>Single bytes changed, cut off or added.</summary>
public sealed class DamagedBytesTests : IDisposable
{
    private readonly VerifiedOffice office = new();

    public void Dispose() => office.Dispose();

    /// <summary>
    /// Every byte of the last signature, the only part no signature covers, and one of each 13 elsewhere, which a hash covers anyway.
    /// </summary>
    [Fact]
    public async Task OneBitFlipped_IsFound()
    {
        var whole = await office.WholeAsync();
        var (from, cms) = (whole.AsSpan().LastIndexOf("/Contents"u8), 2 * 1100);
        var overlooked = Enumerable.Range(0, whole.Length).Where(at => at % 13 == 0 || (at >= from && at < from + cms)).AsParallel().Where(at =>
        {
            var flipped = whole.ToArray();
            flipped[at] ^= (byte)(1 << (at % 8));
            return office.Verify(flipped).Verdict == FileVerdict.Valid;
        }).ToList();

        Assert.Empty(overlooked);
    }

    [Fact]
    public async Task CapitalAndSmallDigitsMixed_InASignature_AreFound()
    {
        var whole = await office.WholeAsync();
        var from = whole.AsSpan().LastIndexOf("/Contents"u8);
        var at = Enumerable.Range(from + 12, 4000).First(i => whole[i] is >= (byte)'A' and <= (byte)'F');
        whole[at] ^= 0x20;

        Assert.Contains("signature.encoding", VerifiedOffice.Codes(office.Verify(whole)));
    }

    [Fact]
    public async Task CutOffAnywhere_IsNeverValid()
    {
        var whole = await office.WholeAsync();
        for (var length = 0; length < whole.Length - 1; length += 37)
        {
            Assert.NotEqual(FileVerdict.Valid, office.Verify(whole[..length]).Verdict);
        }
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("x")]
    [InlineData("\n5 0 obj\n<</Type /Page>>\nendobj\n")]
    [InlineData("\n%%EOF\n")]
    [InlineData("\nstartxref\n0\n%%EOF\n")]
    public async Task AnythingAfterTheEnd_IsFound(string tail)
    {
        byte[] longer = [.. await office.WholeAsync(), .. System.Text.Encoding.ASCII.GetBytes(tail)];
        var verified = office.Verify(longer);

        Assert.True(verified.Verdict is FileVerdict.Altered or FileVerdict.Unreadable, $"{verified.Verdict}");
        Assert.DoesNotContain(verified.Signatures, one => one.CoversWholeFile);
    }

    /// <summary>Pieces of the file cut out, doubled and moved, as a broken transfer or a clumsy forger does it.</summary>
    [Fact]
    public async Task Pieces_MovedAbout_AreNeverValid()
    {
        const int Draws = 300;
        var whole = await office.WholeAsync();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(
            Gen.ArrayOf(Gen.Choose(0, whole.Length)).Resize(8).Where(cuts => cuts.Length > 1).ToArbitrary(), cuts =>
            {
                var mixed = cuts.Order().Prepend(0).Append(whole.Length).ToArray();
                byte[] moved = [.. Enumerable.Range(0, cuts.Length).SelectMany(i => whole[mixed[i]..mixed[i + 1]]), .. whole[cuts[0]..], .. whole[cuts[^1]..]];

                Assert.True(moved.AsSpan().SequenceEqual(whole) || office.Verify(moved).Verdict != FileVerdict.Valid);
            }));
    }
}
