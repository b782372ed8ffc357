namespace Workflow.Web.Pages.Shared;

/// <summary>A stretch of the acknowledgment bar; its words are always shown beside its colour.</summary>
/// <param name="Kind">done, seen, sent, wait, bad, late or old (see site.css).</param>
/// <param name="Words">What the stretch counts.</param>
/// <param name="Count">How many.</param>
/// <param name="Href">Where the filter leads, or null.</param>
/// <param name="Current">Whether the list is filtered by it now.</param>
internal sealed record Segment(string Kind, string Words, int Count, string? Href = null, bool Current = false);

/// <summary>The whole bar.</summary>
/// <param name="Label">What the bar is about, for those who hear it.</param>
/// <param name="Segments">Its stretches, in order.</param>
internal sealed record SegmentBar(string Label, IReadOnlyList<Segment> Segments)
{
    public int Total => Segments.Sum(segment => segment.Count);
}

/// <summary>One entry of a history.</summary>
/// <param name="Icon">Name in icons.svg.</param>
/// <param name="Tone">ok, warn, bad, info or mute.</param>
/// <param name="Who">Person and position, or the system.</param>
/// <param name="Did">What was done, in a few words.</param>
/// <param name="At">When, UTC.</param>
/// <param name="Note">A reason or an opinion, or null.</param>
/// <param name="Hash">Short form of the content it was about, or null.</param>
internal sealed record TimelineEntry(string Icon, string Tone, string Who, string Did, DateTime At, string? Note = null, string? Hash = null);

/// <summary>One station on the way of a directive.</summary>
/// <param name="Name">The station.</param>
/// <param name="State">past, now, back or next.</param>
/// <param name="Detail">Who or when, or null.</param>
internal sealed record Station(string Name, string State, string? Detail = null);
