using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;

namespace Workflow.Web.Pages.Reading;

/// <summary>A text as it was understood, and a person's word on it so far.</summary>
/// <param name="Name">Name of the file; empty for a pasted text.</param>
/// <param name="Reading">What was read.</param>
/// <param name="Corrections">Corrections in the order they were made.</param>
/// <param name="Notes">What is to be known of how the text was taken from the file.</param>
/// <param name="Open">Place in the parts of the one whose kind is being chosen; -1 for none.</param>
internal sealed record Understood(string Name, SourceReading Reading, IReadOnlyList<Correction> Corrections, IReadOnlyList<string> Notes, int Open)
{
    /// <summary>Longer texts are shown so far; the rest is read all the same.</summary>
    public const int MostParts = 1_500;

    /// <summary>From here on a choice is nearly sure, and its sentence is folded away.</summary>
    private const double SureEnough = 0.9;

    public DirectiveDocument Document => Reading.Document;

    /// <summary>How many parts a person should look at.</summary>
    public int Doubtful => Document.Parts.Count(IsDoubtful);

    public int Unrecognised => Document.Unrecognised.Length;

    /// <summary>The first line that a person should look at; 0 when there is none.</summary>
    public int FirstDoubtful => Document.Parts.FirstOrDefault(part => IsDoubtful(part) || part.Kind == PartKind.Unrecognised)?.Line ?? 0;

    public static bool IsDoubtful(SourcePart part) => part.Doubt is not null && part.Confidence < SureEnough && part.Kind != PartKind.Unrecognised;

    public static bool IsNearlySure(SourcePart part) => part.Doubt is not null && part.Confidence >= SureEnough && part.Kind != PartKind.Unrecognised;

    /// <summary>How many parts had another reading that is hardly likely.</summary>
    public int NearlySure => Document.Parts.Count(IsNearlySure);

    /// <summary>The correction a part stands under, if any: its place in <see cref="Corrections"/>, else -1.</summary>
    public int CorrectionOf(SourcePart part)
    {
        for (var i = Corrections.Count - 1; i >= 0; i--)
        {
            if (Corrections[i].Line == part.Line && (Corrections[i].Piece is null || Corrections[i].Piece == part.Text))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Which family a part belongs to: its colour, beside which its name always stands.</summary>
    public static string Family(PartKind kind) => kind switch
    {
        PartKind.AddresseesLabel or PartKind.Addressee or PartKind.RecipientsLabel or PartKind.Recipient => "part-to",
        PartKind.Preamble or PartKind.Section or PartKind.Closing or PartKind.Annex => "part-body",
        PartKind.SignatureAuthority or PartKind.SignaturePosition or PartKind.SignatureName or PartKind.SignatureNote => "part-signed",
        PartKind.ArrivalStamp or PartKind.Watermark or PartKind.PageNumber or PartKind.Ornament => "part-beside",
        PartKind.Unrecognised => "part-unknown",
        _ => "part-head",
    };
}
