namespace Workflow.Directives.Documents.Pdf;

/// <summary>
/// Names of the form fields that a directive's PDF is laid out with before anyone signs it. Each is there, empty, from the first byte:
/// what is filled in later is an act the first signature allows (its DocMDP level 2: filling in forms and signing), never a change of
/// the page.
/// </summary>
public static class DirectiveFields
{
    /// <summary>Text field with the whole line of number and symbol, <c>Số        -CT/TU</c> until the registry gives the number.</summary>
    public const string Number = "SoKyHieu";

    /// <summary>Text field with the whole line of place and date, day and month blank until the registry dates it.</summary>
    public const string PlaceDate = "DiaDanhNgayThang";

    /// <summary>Signature field of the person who signs, between position and name.</summary>
    public const string Signer = "ChuKy";

    /// <summary>Signature field of the organ's seal, over the left third of the signer's.</summary>
    public const string Seal = "DauCoQuan";
}
