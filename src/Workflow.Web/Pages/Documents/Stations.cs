using Workflow.Directives.Consultation;
using Workflow.Directives.Drafting;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Documents;

/// <summary>The way of a directive as a reader follows it: the same stations for every type, whatever the definition calls its steps.</summary>
internal static class Stations
{
    private static readonly string[] Names = ["draft", "opinions", "review", "signature", "number", "seal", "issue", "receipt", "archive"];

    /// <summary>The stations with the present one marked.</summary>
    /// <param name="visit">Words.</param>
    /// <param name="state">Where the directive stands.</param>
    /// <param name="open">Tasks that somebody still has to do.</param>
    /// <param name="consulted">Whether opinions were asked for; otherwise that station is left out.</param>
    public static IReadOnlyList<Station> Of(Visit visit, DirectiveState state, IReadOnlyList<WorkItem> open, bool consulted)
    {
        var now = Array.IndexOf(Names, Present(state, open));
        return
        [
            .. Names.Select((name, index) => (name, index))
                .Where(one => one.name != "opinions" || consulted)
                .Select(one => new Station(visit.Word("StationName", one.name), Where(one.index, now, state))),
        ];
    }

    private static string Where(int index, int now, DirectiveState state) => index.CompareTo(now) switch
    {
        < 0 => "past",
        > 0 => "next",
        _ => state switch
        {
            DirectiveState.Returned or DirectiveState.Cancelled or DirectiveState.Recalled => "back",
            DirectiveState.Closed => "past",
            _ => "now",
        },
    };

    private static string Present(DirectiveState state, IReadOnlyList<WorkItem> open) => state switch
    {
        DirectiveState.InReview when open.Any(item => item.Kind == SignStep.Kind) => "signature",
        DirectiveState.InReview when open.Any(item => item.Kind == ConsultStep.Kind) => "opinions",
        DirectiveState.InReview => "review",
        DirectiveState.Signed => "number",
        DirectiveState.Numbered => "seal",
        DirectiveState.Sealed => "issue",
        DirectiveState.Issued or DirectiveState.Recalled => "receipt",
        DirectiveState.Closed => "archive",
        _ => "draft",
    };
}
