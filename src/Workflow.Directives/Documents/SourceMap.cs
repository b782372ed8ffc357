using System.Collections.Immutable;

namespace Workflow.Directives.Documents;

/// <summary>What a piece of the source text is in the form of a directive (Hướng dẫn 36-HD/VPTW annex 1).</summary>
public enum PartKind
{
    /// <summary>ĐẢNG CỘNG SẢN VIỆT NAM, or Quốc hiệu and Tiêu ngữ.</summary>
    Title,

    /// <summary>The organ above the issuer.</summary>
    SuperiorOrgan,

    /// <summary>The issuing organ.</summary>
    Issuer,

    /// <summary>Number and symbol, also while the number is blank.</summary>
    Number,

    /// <summary>Place and date, also while the date is blank.</summary>
    PlaceAndDate,

    /// <summary>Secrecy mark.</summary>
    Secrecy,

    /// <summary>Urgency mark.</summary>
    Urgency,

    /// <summary>Draft mark.</summary>
    DraftMark,

    /// <summary>The printed name of the type.</summary>
    Type,

    /// <summary>The abstract (trích yếu).</summary>
    Subject,

    /// <summary>Kính gửi or Kính trình.</summary>
    AddresseesLabel,

    /// <summary>An addressee.</summary>
    Addressee,

    /// <summary>Body before the first numbered point.</summary>
    Preamble,

    /// <summary>Body within the numbered points.</summary>
    Section,

    /// <summary>Body after the points.</summary>
    Closing,

    /// <summary>Nơi nhận.</summary>
    RecipientsLabel,

    /// <summary>A recipient, or the note that goes with one.</summary>
    Recipient,

    /// <summary>T/M, K/T, T/L … and for whom.</summary>
    SignatureAuthority,

    /// <summary>The signer's position.</summary>
    SignaturePosition,

    /// <summary>The signer's name.</summary>
    SignatureName,

    /// <summary>What stands for the signature, e.g. <c>(Đã ký)</c>.</summary>
    SignatureNote,

    /// <summary>Annex under the signature.</summary>
    Annex,

    /// <summary>A receiving office's arrival stamp.</summary>
    ArrivalStamp,

    /// <summary>A reader mark that a viewing program laid over the page.</summary>
    Watermark,

    /// <summary>A page number.</summary>
    PageNumber,

    /// <summary>Rules, stars and what ends a text (<c>./.</c> on a line of its own).</summary>
    Ornament,

    /// <summary>No rule could place it.</summary>
    Unrecognised,
}

/// <summary>One piece of one source line and what was made of it. The pieces of a line, left to right, hold all its letters and digits.</summary>
/// <param name="Line">Line in the text, from 1.</param>
/// <param name="Kind">What it was read as.</param>
/// <param name="Text">The piece: NFC, white space folded, without Markdown and invisible characters.</param>
/// <param name="Confidence">Above 0, at most 1. 1 when the rules left no choice; below 1 there is a <paramref name="Doubt"/>.</param>
/// <param name="Doubt">What else it could be; null when there was no choice.</param>
public sealed record SourcePart(int Line, PartKind Kind, string Text, double Confidence = 1, ReadingDoubt? Doubt = null);

/// <summary>Why a reading is not certain, in a sentence for the person who checks it.</summary>
/// <param name="Vietnamese">What was assumed and what else it could be.</param>
/// <param name="English">The same in English.</param>
/// <param name="Alternatives">The kinds it could also be, likeliest first; empty when only the text itself is in doubt.</param>
public sealed record ReadingDoubt(string Vietnamese, string English, ImmutableArray<PartKind> Alternatives)
{
    /// <summary>Compares the sentences and the alternatives one by one.</summary>
    /// <param name="other">The other doubt.</param>
    public bool Equals(ReadingDoubt? other) =>
        other is not null && Vietnamese == other.Vietnamese && English == other.English && Alternatives.SequenceEqual(other.Alternatives);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Vietnamese, English, Alternatives.Length);
}

/// <summary>
/// A person's word on what a line is. It goes before every rule. <see cref="PartKind.Ornament"/>, <see cref="PartKind.Watermark"/>
/// and <see cref="PartKind.PageNumber"/> leave the line out of the document.
/// </summary>
/// <param name="Line">Line in the text, from 1. Lines that do not exist or are blank are passed over.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Piece">The part of the line that is meant, as in <see cref="SourcePart.Text"/>; null for the whole line.</param>
public sealed record Correction(int Line, PartKind Kind, string? Piece = null);
