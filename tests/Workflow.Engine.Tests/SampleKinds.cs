using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests;

/// <summary>Does its work at once and tells the outside that it did.</summary>
internal sealed class RecordStep : ActivityKind
{
    public override string Type => "Sample.RecordStep";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("text", "String")];

    public override bool Waits => false;

    public override StepResult Start(StepContext context)
    {
        context.Notify("recorded", new JsonObject { ["text"] = context.Input<string>("text") ?? context.Activity.Id });
        return StepResult.Complete();
    }
}

/// <summary>Waits for a person's yes or no.</summary>
internal sealed class AwaitApproval : ActivityKind
{
    internal static readonly Guard NotOwn =
        new("approval.own", "Không tự duyệt văn bản của mình.", "Nobody approves their own document.", (_, s) => s.ActorId != "author");

    internal static readonly Guard Known =
        new("approval.anonymous", "Phải biết người duyệt.", "The approver must be known.", (_, s) => s.Facts as string != "anonymous" && s.ActorId != "author");

    public override string Type => "Sample.AwaitApproval";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("documentId", "String"), new("stage", "String")];

    public override IReadOnlyList<string> Outcomes { get; } = ["Approved", "Rejected"];

    public override IReadOnlyList<Guard> Guards { get; } = [NotOwn, Known];

    public override StepResult Start(StepContext context)
    {
        context.Offer("approval", new JsonObject { ["document"] = context.Input<string>("documentId"), ["stage"] = context.Input<string>("stage") });
        return StepResult.Waiting;
    }

    public override StepResult Resume(StepContext context, Bookmark bookmark, Stimulus stimulus)
    {
        context.SetOutput("decision", stimulus.Name);
        return base.Resume(context, bookmark, stimulus);
    }
}

/// <summary>Needs two people, and reminds them by a timer; the timer does not end it.</summary>
internal sealed class TwoOpinions : ActivityKind
{
    public override string Type => "Sample.TwoOpinions";

    public override IReadOnlyList<string> Outcomes { get; } = ["Done", "Recalled"];

    public override StepResult Start(StepContext context)
    {
        context.Offer("opinion", new JsonObject { ["of"] = "Ban Tổ chức" });
        context.Offer("opinion", new JsonObject { ["of"] = "Ban Tuyên giáo" });
        context.Timer("reminder", context.Now.AddDays(2));
        context.Await("recalled");
        return StepResult.Waiting;
    }

    public override StepResult Resume(StepContext context, Bookmark bookmark, Stimulus stimulus)
    {
        switch (bookmark.Kind)
        {
            case BookmarkKind.Event:
                return StepResult.Complete("Recalled");
            case BookmarkKind.Timer:
                context.Notify("reminded", []);
                context.Timer("reminder", context.Now.AddDays(2));
                return StepResult.Waiting;
            default:
                context.Memory["given"] = (context.Memory["given"]?.GetValue<int>() ?? 0) + 1;
                return context.Bookmarks.Any(b => b.Kind == BookmarkKind.WorkItem) ? StepResult.Waiting : StepResult.Complete();
        }
    }
}

/// <summary>Says it waits without anything to wait for.</summary>
internal sealed class WaitsForNothing : ActivityKind
{
    public override string Type => "Sample.WaitsForNothing";

    public override StepResult Start(StepContext context) => StepResult.Waiting;
}

/// <summary>Makes a work item and takes it back at once, and completes with an outcome it does not have.</summary>
internal sealed class Confused : ActivityKind
{
    public override string Type => "Sample.Confused";

    public override StepResult Start(StepContext context)
    {
        context.Withdraw(context.Offer("mistake", []));
        return StepResult.Complete("Perhaps");
    }
}

/// <summary>Its guard reads an input that only later turns out to be no number.</summary>
internal sealed class LimitedStep : ActivityKind
{
    public override string Type => "Sample.Limited";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("limit", "Int32")];

    public override IReadOnlyList<Guard> Guards { get; } =
        [new("limit", "Vượt giới hạn.", "Above the limit.", (c, _) => c.Input<int>("limit") > 0)];

    public override StepResult Start(StepContext context)
    {
        context.Offer("limited", []);
        return StepResult.Waiting;
    }
}
