using System.Xml;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Word;

/// <summary>The styles of a directive after a form profile. Whoever changes the file in a word processor finds every element by its name.</summary>
internal static class DocxStyles
{
    internal const string Normal = "Normal";
    internal const string SuperiorOrgan = "SuperiorOrgan";
    internal const string Issuer = "Issuer";
    internal const string HeadMark = "HeadMark";
    internal const string Number = "Number";
    internal const string LetterSubject = "LetterSubject";
    internal const string Urgency = "Urgency";
    internal const string DraftMark = "DraftMark";
    internal const string NationalTitle = "NationalTitle";
    internal const string Motto = "Motto";
    internal const string PlaceDate = "PlaceDate";
    internal const string Rule = "Rule";
    internal const string TypeName = "TypeName";
    internal const string Subject = "Subject";
    internal const string SubjectMark = "SubjectMark";
    internal const string AddresseesLabel = "AddresseesLabel";
    internal const string OnlyAddressee = "OnlyAddressee";
    internal const string Addressee = "Addressee";
    internal const string Text = "DirectiveText";
    internal const string Point = "Point";
    internal const string Basis = "Basis";
    internal const string Chapter = "Heading1";
    internal const string Article = "Heading2";
    internal const string Titled = "Heading3";
    internal const string Decree = "Decree";
    internal const string RecipientsLabel = "RecipientsLabel";
    internal const string Recipient = "Recipient";
    internal const string Authority = "Authority";
    internal const string Position = "Position";
    internal const string SignatureNote = "SignatureNote";
    internal const string SignerName = "SignerName";
    internal const string AnnexHeading = "AnnexHeading";
    internal const string AnnexTitle = "AnnexTitle";
    internal const string AnnexNote = "AnnexNote";
    internal const string PageNumber = "Header";

    /// <summary>Style of the letters of a mark and title in front of running text.</summary>
    internal const string BoldLetters = "TitleLetters";

    private const string Font = "Times New Roman";
    private const string Language = "vi-VN";

    /// <summary>Lines outside the text stand this many times the size of their letters apart.</summary>
    private const double LineShare = 1.2;

    private const double SubjectShare = 1.25;
    private const double AboveTitlePt = 12;
    private const double UnderTitlePt = 8;

    /// <summary>Where the addressees stand, and the label to the left of them.</summary>
    private const double AddresseesMm = 46;
    private const double LabelMm = 21;
    private const double DashMm = 2.9;

    /// <summary>Height of a paragraph that is nothing but a rule.</summary>
    private const double RulePt = 4;

    internal static void Write(XmlWriter xml, FormProfile profile)
    {
        xml.Start("styles");
        WriteDefaults(xml, profile);
        foreach (var style in All(profile))
        {
            style.Write(xml);
        }

        xml.Start("style", ("type", "character"), ("customStyle", "1"), ("styleId", BoldLetters));
        xml.Value("name", "Chữ đề mục");
        xml.Empty("qFormat");
        DocxStyle.WriteLetters(xml, profile[FormElement.Heading] with { SizePt = 0 });
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteDefaults(XmlWriter xml, FormProfile profile)
    {
        var size = DocxXml.LetterSize(profile[FormElement.Body].SizePt);
        xml.Start("docDefaults");
        xml.Start("rPrDefault");
        xml.Start("rPr");
        xml.Empty("rFonts", ("ascii", Font), ("hAnsi", Font), ("eastAsia", Font), ("cs", Font));
        xml.Value("sz", size);
        xml.Value("szCs", size);
        xml.Empty("lang", ("val", Language), ("eastAsia", Language), ("bidi", "ar-SA"));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.Empty("pPrDefault");
        xml.WriteEndElement();
        xml.Start("style", ("type", "paragraph"), ("default", "1"), ("styleId", Normal));
        xml.Value("name", "Normal");
        xml.Empty("qFormat");
        xml.Start("pPr");
        xml.Empty("widowControl");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static IEnumerable<DocxStyle> All(FormProfile profile) => [.. Head(profile), .. Titles(profile), .. Body(profile), .. Foot(profile), .. Annex(profile)];

    private static IEnumerable<DocxStyle> Head(FormProfile p) =>
    [
        Centred(p, SuperiorOrgan, "Cơ quan cấp trên", FormElement.SuperiorOrgan),
        Centred(p, Issuer, "Cơ quan ban hành", FormElement.Issuer),
        Centred(p, HeadMark, "Dấu dưới tên cơ quan", FormElement.Number),
        Centred(p, Number, "Số và ký hiệu", FormElement.Number),
        Centred(p, LetterSubject, "Trích yếu công văn", FormElement.LetterSubject),
        Centred(p, Urgency, "Độ khẩn", FormElement.Urgency) with { BeforePt = 6, LeftMm = UrgencyInset(p), RightMm = UrgencyInset(p), Boxed = p.Head.BoxedUrgency },
        Centred(p, DraftMark, "Dấu dự thảo", FormElement.DraftMark) with { BeforePt = 6 },
        Centred(p, NationalTitle, "Tiêu đề", FormElement.NationalTitle),
        Centred(p, Motto, "Tiêu ngữ", FormElement.Motto),
        Centred(p, Rule, "Đường kẻ", FormElement.Body) with { LinePt = RulePt, BeforePt = 2.5, Ruled = true },
        Centred(p, PlaceDate, "Địa danh và ngày tháng", FormElement.PlaceDate),
    ];

    private static IEnumerable<DocxStyle> Titles(FormProfile p)
    {
        var label = Plain(p, AddresseesLabel, "Kính gửi", FormElement.Addressees) with
        {
            BeforePt = AboveTitlePt,
            WithNext = true,
            LeftMm = AddresseesMm,
            HangingMm = LabelMm,
            LinePt = p.Body.LinePt,
            Next = Addressee,
        };
        return
        [
            Centred(p, TypeName, "Tên loại văn bản", FormElement.TypeName) with { BeforePt = AboveTitlePt, WithNext = true, Next = Subject },
            Centred(p, Subject, "Trích yếu", FormElement.Subject) with { WithNext = true, Next = SubjectMark, LinePt = p[FormElement.Subject].SizePt * SubjectShare },
            Centred(p, SubjectMark, "Dấu dưới trích yếu", FormElement.Subject) with { AfterPt = UnderTitlePt, WithNext = true, LinePt = p[FormElement.Subject].SizePt, Next = Text },
            label,
            label with { Id = OnlyAddressee, Name = "Kính gửi một nơi", Alignment = "center", LeftMm = 0, HangingMm = 0, Next = Text },
            label with { Id = Addressee, Name = "Nơi kính gửi", BeforePt = 0, LeftMm = AddresseesMm + DashMm, HangingMm = DashMm, Next = Addressee },
        ];
    }

    private static IEnumerable<DocxStyle> Body(FormProfile p)
    {
        var text = Plain(p, Text, "Nội dung", FormElement.Body) with
        {
            Alignment = "both",
            LinePt = p.Body.LinePt,
            BeforePt = p.Body.GapPt,
            FirstLineMm = p.Body.FirstLineIndentMm,
        };
        var title = text with { Look = p[FormElement.Heading], WithNext = true, Whole = true, Next = Text };
        return
        [
            text,
            text with { Id = Point, Name = "Khoản và điểm" },
            text with { Id = Basis, Name = "Căn cứ ban hành", Look = p[FormElement.Body] with { Italic = p.IsState } },
            title with
            {
                Id = Chapter, Name = "heading 1", Alias = "Phần chương mục", Depth = 0, Look = p[FormElement.Chapter],
                Alignment = "center", FirstLineMm = 0, BeforePt = p.Body.GapPt * 2,
            },
            title with { Id = Article, Name = "heading 2", Alias = "Điều", Depth = 1 },
            title with { Id = Titled, Name = "heading 3", Alias = "Đề mục", Depth = 2 },
            title with { Id = Decree, Name = "Câu quyết định", Alignment = "center", FirstLineMm = 0 },
        ];
    }

    private static IEnumerable<DocxStyle> Foot(FormProfile p) =>
    [
        Plain(p, RecipientsLabel, "Nơi nhận", FormElement.RecipientsLabel) with { Next = Recipient },
        Plain(p, Recipient, "Dòng nơi nhận", FormElement.Recipient) with { LeftMm = 2.5, HangingMm = 2.5 },
        Centred(p, Authority, "Quyền hạn ký", FormElement.Authority),
        Centred(p, Position, "Chức vụ", FormElement.Position),
        Centred(p, SignatureNote, "Ghi chú chữ ký", FormElement.SignatureNote),
        Centred(p, SignerName, "Họ tên người ký", FormElement.SignerName),
        Centred(p, PageNumber, "header", FormElement.PageNumber) with { Alias = "Số trang" },
    ];

    private static IEnumerable<DocxStyle> Annex(FormProfile p) =>
    [
        Centred(p, AnnexHeading, "Phụ lục", FormElement.AnnexTitle) with { WithNext = true, Depth = 0, Next = AnnexTitle },
        Centred(p, AnnexTitle, "Tên phụ lục", FormElement.AnnexTitle) with { WithNext = true, Next = Text },
        Centred(p, AnnexNote, "Chú thích phụ lục", FormElement.Body) with { Look = p[FormElement.Body] with { Italic = true }, WithNext = true, Next = Text },
    ];

    private static DocxStyle Plain(FormProfile p, string id, string name, FormElement element) =>
        new(id, name, p[element]) { LinePt = Line(p[element]) };

    private static DocxStyle Centred(FormProfile p, string id, string name, FormElement element) =>
        Plain(p, id, name, element) with { Alignment = "center" };

    private static double UrgencyInset(FormProfile p) => p.Head.BoxedUrgency ? 14 : 0;

    private static double Line(ElementLook look) => look.SizePt * LineShare;
}
