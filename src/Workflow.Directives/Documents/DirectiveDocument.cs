using System.Collections.Immutable;

namespace Workflow.Directives.Documents;

/// <summary>
/// A directive as the parts the form rules name (Hướng dẫn 36-HD/VPTW annex 1, Hướng dẫn 05-HD/VPTW). All strings are NFC with
/// inner white space folded to one blank; null means "not in the text", never a guess. Lines count from 1 in the text that was read.
/// </summary>
public sealed record DirectiveDocument
{
    /// <summary>The type, from the printed name or, for a công văn, from the symbol; null when neither tells.</summary>
    public DocumentType? Type { get; init; }

    /// <summary>Which national title heads the paper.</summary>
    public HeadTitle Title { get; init; }

    /// <summary>Number and symbol in canonical form, <c>08-CT/TU</c> (Party) or <c>16/CT-TTg</c> (state); null while no number is given.</summary>
    public string? Number { get; init; }

    /// <summary>The symbol after the number, <c>CT/TU</c> or <c>CT-UBND</c>, also when the number itself is still blank.</summary>
    public string? Symbol { get; init; }

    /// <summary>The organ above the issuer, as printed.</summary>
    public string? SuperiorOrgan { get; init; }

    /// <summary>The issuing organ as printed, lines joined by one blank.</summary>
    public string? Issuer { get; init; }

    /// <summary>The place of the place-and-date line.</summary>
    public string? Place { get; init; }

    /// <summary>The date of the place-and-date line; null while day or month is blank.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Secrecy mark as printed, in capitals.</summary>
    public string? Secrecy { get; init; }

    /// <summary>Urgency mark as printed, in capitals: KHẨN, THƯỢNG KHẨN, HỎA TỐC.</summary>
    public string? Urgency { get; init; }

    /// <summary>Draft mark as printed, in capitals, e.g. <c>DỰ THẢO LẦN 1</c>.</summary>
    public string? DraftMark { get; init; }

    /// <summary>The abstract (trích yếu), lines joined by one blank.</summary>
    public string? Subject { get; init; }

    /// <summary>The label over the addressees as read: <c>Kính gửi</c> or <c>Kính trình</c>; null without one.</summary>
    public string? AddresseesLabel { get; init; }

    /// <summary>The lines of Kính gửi or Kính trình.</summary>
    public ImmutableArray<Addressee> Addressees { get; init; } = [];

    /// <summary>The body before the first numbered point; the whole body where nothing is numbered.</summary>
    public ImmutableArray<Paragraph> Preamble { get; init; } = [];

    /// <summary>The top-level points.</summary>
    public ImmutableArray<Section> Sections { get; init; } = [];

    /// <summary>What ends the body and belongs to no point, such as how far the directive is made known.</summary>
    public ImmutableArray<Paragraph> Closing { get; init; } = [];

    /// <summary>Every numbered document the subject and body mention, in order, repeats included.</summary>
    public ImmutableArray<Citation> Citations { get; init; } = [];

    /// <summary>The lines of Nơi nhận.</summary>
    public ImmutableArray<RecipientLine> Recipients { get; init; } = [];

    /// <summary>The signature block; null when nothing of one was found.</summary>
    public SignatureBlock? Signature { get; init; }

    /// <summary>What follows the signature under a heading PHỤ LỤC, that heading included.</summary>
    public ImmutableArray<Paragraph> Annex { get; init; } = [];

    /// <summary>Arrival stamps of receiving offices found in the text.</summary>
    public ImmutableArray<ArrivalStamp> ArrivalStamps { get; init; } = [];

    /// <summary>Reader marks that a viewing program laid over the pages, each once.</summary>
    public ImmutableArray<Watermark> Watermarks { get; init; } = [];

    /// <summary>
    /// Where every piece of the text went, in line order; a line of two columns gives two. Every line that is not blank has at
    /// least one.
    /// </summary>
    public ImmutableArray<SourcePart> Parts { get; init; } = [];

    /// <summary>What no rule could place, with its line, so that nothing of the text is lost unseen.</summary>
    public ImmutableArray<(int Line, string Text)> Unrecognised { get; init; } = [];

    /// <summary>The paragraphs of the body in reading order: preamble, points, closing.</summary>
    public IEnumerable<Paragraph> BodyParagraphs() =>
        [.. Preamble, .. Sections.SelectMany(section => section.Paragraphs), .. Closing];
}

/// <summary>A document type (tên loại văn bản).</summary>
/// <param name="Code">Unique code in this program; the printed symbol wherever that is unique.</param>
/// <param name="Name">Vietnamese name, e.g. <c>Chỉ thị</c>.</param>
public sealed record DocumentType(string Code, string Name);

/// <summary>The national title at the top of the paper.</summary>
public enum HeadTitle
{
    /// <summary>None was found.</summary>
    None,

    /// <summary>ĐẢNG CỘNG SẢN VIỆT NAM.</summary>
    Party,

    /// <summary>Quốc hiệu and Tiêu ngữ (Nghị định 30/2020/NĐ-CP).</summary>
    State,
}

/// <summary>One line of Kính gửi or Kính trình.</summary>
/// <param name="Text">The addressee without bullet and terminator.</param>
/// <param name="Kind">What the line names.</param>
/// <param name="Line">Line in the text.</param>
public sealed record Addressee(string Text, RecipientKind Kind, int Line);

/// <summary>One paragraph or list item.</summary>
/// <param name="Text">The text without its marker.</param>
/// <param name="Marker">The marker as printed, e.g. <c>-</c>, <c>a)</c>, <c>1.1.</c>; null without one.</param>
/// <param name="Line">Line in the text on which it begins.</param>
public sealed record Paragraph(string Text, string? Marker, int Line);

/// <summary>One top-level point.</summary>
/// <param name="Marker">The marker as printed, e.g. <c>1.</c>, <c>I-</c>, <c>Điều 1.</c>.</param>
/// <param name="Heading">The short title, when the point has one. The first paragraph's text begins with it.</param>
/// <param name="Paragraphs">Its paragraphs and list items; the first is the numbered line itself, without the marker.</param>
public sealed record Section(string Marker, string? Heading, ImmutableArray<Paragraph> Paragraphs);

/// <summary>A mention of a numbered document.</summary>
/// <param name="Symbol">Canonical number and symbol.</param>
/// <param name="Date">The date printed right after it, or null.</param>
/// <param name="Line">Line on which the paragraph begins that mentions it; 0 when the subject does.</param>
public sealed record Citation(string Symbol, DateOnly? Date, int Line);

/// <summary>One line of Nơi nhận.</summary>
/// <param name="Text">The recipient without bullet, note and terminator.</param>
/// <param name="Kind">What the line names.</param>
/// <param name="Purpose">What the recipient gets it for.</param>
/// <param name="Line">Line in the text.</param>
/// <param name="Note">The note as printed without brackets, e.g. <c>để báo cáo</c>; lines under one brace share it.</param>
public sealed record RecipientLine(string Text, RecipientKind Kind, RecipientPurpose Purpose, int Line, string? Note = null);

/// <summary>The signature block as printed.</summary>
/// <param name="Authority">E.g. <c>T/M BAN THƯỜNG VỤ</c>.</param>
/// <param name="Position">E.g. <c>PHÓ BÍ THƯ</c>.</param>
/// <param name="Name">The signer's name.</param>
/// <param name="Note">What stands for the signature itself, e.g. <c>(Đã ký)</c>.</param>
public sealed record SignatureBlock(string? Authority, string? Position, string? Name, string? Note = null);

/// <summary>The stamp a receiving office put on an arriving paper.</summary>
/// <param name="Number">Arrival number; not the document's own.</param>
/// <param name="Date">Arrival date.</param>
/// <param name="ForwardTo">Whom it was passed to, or null.</param>
/// <param name="Receiver">The receiving organ as printed, or null.</param>
/// <param name="Line">Line of the word ĐẾN.</param>
public sealed record ArrivalStamp(string? Number, DateOnly? Date, string? ForwardTo, string? Receiver, int Line);

/// <summary>A reader's mark: who had the page on the screen, and when.</summary>
/// <param name="Reader">The reader's name.</param>
/// <param name="Unit">The reader's unit.</param>
/// <param name="Time">Local time of viewing, to the minute.</param>
public sealed record Watermark(string Reader, string Unit, DateTime Time);

/// <summary>What a line of Nơi nhận or Kính gửi names.</summary>
public enum RecipientKind
{
    /// <summary>One unit by name.</summary>
    IndividualUnit,

    /// <summary>Several units, each by name.</summary>
    IndividualUnitsSeveral,

    /// <summary>A class of units, to be expanded by the directory on the day of issue.</summary>
    UnitCategory,

    /// <summary>Persons by role.</summary>
    Persons,

    /// <summary>A mixture of the kinds above.</summary>
    Mixed,

    /// <summary>"Như trên": the addressees.</summary>
    BackReference,

    /// <summary>"Lưu …": the file.</summary>
    Archive,
}

/// <summary>What a recipient gets the directive for.</summary>
public enum RecipientPurpose
{
    /// <summary>Để báo cáo.</summary>
    Report,

    /// <summary>Để chỉ đạo.</summary>
    Direct,

    /// <summary>Để phối hợp.</summary>
    Coordinate,

    /// <summary>Để đưa tin, đăng tải.</summary>
    Publish,

    /// <summary>Để biết, theo dõi.</summary>
    Inform,

    /// <summary>Như trên.</summary>
    AsAbove,

    /// <summary>Lưu.</summary>
    Archive,

    /// <summary>The line does not say.</summary>
    Unspecified,
}
