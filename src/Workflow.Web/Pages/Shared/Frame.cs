namespace Workflow.Web.Pages.Shared;

/// <summary>What the frame around a page shows: who is signed in and where they may go.</summary>
/// <param name="Office">The office whose installation this is.</param>
/// <param name="Person">Full name, or null when nobody is signed in.</param>
/// <param name="Position">Position and unit, in a line.</param>
/// <param name="Groups">Navigation, in groups.</param>
/// <param name="Sample">Whether the data are samples and nothing may be issued in earnest.</param>
internal sealed record Frame(string Office, string? Person, string? Position, IReadOnlyList<NavGroup> Groups, bool Sample);

/// <summary>A group of destinations.</summary>
/// <param name="Title">Key of the group's heading, or null for the first group.</param>
/// <param name="Entries">Its destinations.</param>
internal sealed record NavGroup(string? Title, IReadOnlyList<NavEntry> Entries);

/// <summary>One destination.</summary>
/// <param name="Key">Key of the words.</param>
/// <param name="Icon">Name in icons.svg.</param>
/// <param name="Href">Path.</param>
/// <param name="Count">How many things wait there; 0 shows nothing.</param>
/// <param name="Hot">Whether some of them are late.</param>
internal sealed record NavEntry(string Key, string Icon, string Href, int Count = 0, bool Hot = false);
