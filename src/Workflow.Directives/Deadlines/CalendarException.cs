namespace Workflow.Directives.Deadlines;

/// <summary>The working calendar cannot answer: a year has no data, or its data is wrong.</summary>
/// <param name="message">What is missing and which file to extend.</param>
public sealed class CalendarException(string message) : Exception(message);
