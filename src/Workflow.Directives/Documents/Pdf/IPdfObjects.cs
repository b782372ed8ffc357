namespace Workflow.Directives.Documents.Pdf;

/// <summary>Where new indirect objects go: a new file, or an update appended to one that exists.</summary>
public interface IPdfObjects
{
    /// <summary>Takes the next free object number, so that others can refer to it before it is there.</summary>
    PdfReference Reserve();

    /// <summary>Gives a reserved number its object; once each.</summary>
    /// <param name="at">The number.</param>
    /// <param name="value">The object.</param>
    void Set(PdfReference at, PdfValue value);
}

/// <summary>Short forms.</summary>
public static class PdfObjects
{
    /// <summary>Adds an object under the next free number.</summary>
    /// <param name="objects">Where to.</param>
    /// <param name="value">The object.</param>
    public static PdfReference Add(this IPdfObjects objects, PdfValue value)
    {
        ArgumentNullException.ThrowIfNull(objects);
        var at = objects.Reserve();
        objects.Set(at, value);
        return at;
    }
}
