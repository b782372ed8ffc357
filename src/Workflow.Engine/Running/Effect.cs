using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>
/// Something the caller has to do together with storing the new state. The engine does none of it.
/// A bookmark that was both made and removed within one transition yields no effect at all.
/// </summary>
public abstract record Effect;

/// <summary>A person has something to do.</summary>
/// <param name="Bookmark">The bookmark that the person's act fires.</param>
public sealed record OfferWorkItem(Bookmark Bookmark) : Effect;

/// <summary>The work item is no longer wanted. Not sent for the bookmark that was fired.</summary>
/// <param name="BookmarkId">The bookmark that is gone.</param>
public sealed record WithdrawWorkItem(string BookmarkId) : Effect;

/// <summary>Fire this bookmark at or after its <see cref="Bookmark.DueAt"/>.</summary>
/// <param name="Bookmark">The timer's bookmark.</param>
public sealed record StartTimer(Bookmark Bookmark) : Effect;

/// <summary>The timer is no longer wanted. Not sent for the timer that fired.</summary>
/// <param name="BookmarkId">The bookmark that is gone.</param>
public sealed record CancelTimer(string BookmarkId) : Effect;

/// <summary>An activity tells the outside something and does not wait for an answer.</summary>
/// <param name="Name">The activity's word for it.</param>
/// <param name="ActivityId">The activity in the definition.</param>
/// <param name="Payload">What it says.</param>
public sealed record Notify(string Name, string ActivityId, JsonObject Payload) : Effect;
