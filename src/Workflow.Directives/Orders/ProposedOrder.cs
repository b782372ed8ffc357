using System.Collections.Immutable;

namespace Workflow.Directives.Orders;

/// <summary>
/// One task that a directive gives, as its text tells it: who, what, until when, by which way to report. A proposal: nothing follows
/// from it until a clerk confirms it.
/// </summary>
public sealed record ProposedOrder
{
    /// <summary>Line on which the paragraph begins that holds the task, from 1 in the text that was read.</summary>
    public required int Line { get; init; }

    /// <summary>The passage as printed, bodies included, without the list mark.</summary>
    public required string Source { get; init; }

    /// <summary>Who is tasked; empty when the text says "yêu cầu" to no body by name, which means the addressees of the paper.</summary>
    public required ImmutableArray<OrderedBody> Bodies { get; init; }

    /// <summary>Line on which the bodies are named: <see cref="Line"/>, or a line above that introduces a list; 0 without bodies.</summary>
    public int BodiesLine { get; init; }

    /// <summary>What is to be done, as printed, from its verb on, without the full stop at its end.</summary>
    public required string Task { get; init; }

    /// <summary>Until when; null when the passage names no time.</summary>
    public OrderDeadline? Deadline { get; init; }

    /// <summary>The way reports go, as printed, e.g. <c>qua Văn phòng Tỉnh ủy</c>; null without one.</summary>
    public string? Route { get; init; }

    /// <summary>Whether it gives a body the follow-up of the directive itself ("Giao Văn phòng Tỉnh ủy theo dõi, đôn đốc việc thực hiện Chỉ thị này").</summary>
    public bool FollowUp { get; init; }
}

/// <summary>A body that is given a task.</summary>
/// <param name="Text">The body or class of bodies as printed, e.g. <c>Sở Y tế</c>, <c>các sở, ban, ngành</c>.</param>
/// <param name="Role">Leads or supports.</param>
public sealed record OrderedBody(string Text, OrderRole Role);

/// <summary>What part a body has in a task.</summary>
public enum OrderRole
{
    /// <summary>Chủ trì, or the only one named.</summary>
    Lead,

    /// <summary>Phối hợp.</summary>
    Support,
}

/// <summary>Until when a task is to be done.</summary>
/// <param name="Day">
/// The last day, in Vietnam: the day named ("trước ngày 15/9/2026" gives 15/9), the last of the month, quarter or year named, or
/// the date of the paper and the days named; null when the words do not give one by themselves.
/// </param>
/// <param name="Words">The words as printed, e.g. <c>trong quý III/2026</c>.</param>
/// <param name="Recurs">Whether it comes again and again, e.g. <c>trước ngày 25 hằng tháng</c>; <paramref name="Day"/> is null then.</param>
public sealed record OrderDeadline(DateOnly? Day, string Words, bool Recurs = false);
