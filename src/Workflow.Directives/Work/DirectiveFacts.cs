namespace Workflow.Directives.Work;

/// <summary>What guards look at: facts about the directive at the moment of the act.</summary>
/// <param name="UnsettledLines">Lines of Nơi nhận (and Kính gửi) that no clerk has settled yet.</param>
/// <param name="Recipients">Units the list means.</param>
/// <param name="ListAgreed">Whether these are the units a clerk agreed to.</param>
public sealed record DirectiveFacts(int UnsettledLines, int Recipients, bool ListAgreed);
