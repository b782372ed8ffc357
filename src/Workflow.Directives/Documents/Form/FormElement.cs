namespace Workflow.Directives.Documents.Form;

/// <summary>The elements of a directive's page that a form rule gives letters of their own to.</summary>
public enum FormElement
{
    /// <summary>ĐẢNG CỘNG SẢN VIỆT NAM, or the Quốc hiệu.</summary>
    NationalTitle,

    /// <summary>The Tiêu ngữ of state papers.</summary>
    Motto,

    /// <summary>The organ above the issuer.</summary>
    SuperiorOrgan,

    /// <summary>The issuing organ.</summary>
    Issuer,

    /// <summary>Number and symbol.</summary>
    Number,

    /// <summary>Place and date.</summary>
    PlaceDate,

    /// <summary>The printed name of the type.</summary>
    TypeName,

    /// <summary>The subject of a paper whose type is printed.</summary>
    Subject,

    /// <summary>The subject of a công văn, under its number.</summary>
    LetterSubject,

    /// <summary>Kính gửi, Kính trình and the addressees.</summary>
    Addressees,

    /// <summary>The text.</summary>
    Body,

    /// <summary>Headings of numbered points, and Điều.</summary>
    Heading,

    /// <summary>Phần and Chương with their titles.</summary>
    Chapter,

    /// <summary>For whom is signed: T/M BAN THƯỜNG VỤ.</summary>
    Authority,

    /// <summary>The signer's position.</summary>
    Position,

    /// <summary>What stands for signature or seal, e.g. (Đã ký).</summary>
    SignatureNote,

    /// <summary>The signer's name.</summary>
    SignerName,

    /// <summary>The words Nơi nhận.</summary>
    RecipientsLabel,

    /// <summary>The lines under Nơi nhận.</summary>
    Recipient,

    /// <summary>KHẨN, THƯỢNG KHẨN, HỎA TỐC.</summary>
    Urgency,

    /// <summary>Dự thảo lần 1.</summary>
    DraftMark,

    /// <summary>Page numbers.</summary>
    PageNumber,

    /// <summary>The heading of an annex.</summary>
    AnnexTitle,
}

/// <summary>How the letters of an element look.</summary>
/// <param name="SizePt">Size in points.</param>
/// <param name="Bold">Whether bold.</param>
/// <param name="Italic">Whether slanted.</param>
/// <param name="Capitals">Whether in capitals throughout.</param>
/// <param name="Underlined">Whether underlined, blanks too.</param>
/// <param name="Source">The rule that says so, and how sure that is.</param>
public sealed record ElementLook(
    double SizePt, bool Bold = false, bool Italic = false, bool Capitals = false, bool Underlined = false, string Source = "");
