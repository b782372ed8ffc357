namespace Workflow.Engine.Tests.Activities;

public sealed class ActivityCatalogTests
{
    [Fact]
    public void Catalog_TwoKindsOfOneType_Throws() =>
        Assert.Contains("Sample.RecordStep", Assert.Throws<ArgumentException>(() => new ActivityCatalog([new RecordStep(), new RecordStep()])).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("", "Không được.", "Not allowed.")]
    [InlineData("code", " ", "Not allowed.")]
    [InlineData("code", "Không được.", "")]
    public void Catalog_GuardWithoutSentence_Throws(string code, string vietnamese, string english) =>
        Assert.Contains("Sample.Guarded", Assert.Throws<ArgumentException>(
            () => new ActivityCatalog([new Guarded(new Guard(code, vietnamese, english, (_, _) => true))])).Message, StringComparison.Ordinal);

    [Fact]
    public void Catalog_BuiltInKinds_AreThereByThemselves()
    {
        string[] expected =
        [
            "Elsa.Delay", "Elsa.End", "Elsa.Event", "Elsa.Fault", "Elsa.Finish", "Elsa.FlowDecision", "Elsa.FlowFork", "Elsa.FlowJoin", "Elsa.FlowSwitch", "Elsa.Flowchart",
            "Elsa.If", "Elsa.Sequence", "Elsa.SetVariable", "Elsa.Start", "Elsa.StartAt",
        ];

        Assert.Equal(expected, new ActivityCatalog([]).Kinds.Select(k => k.Type).Order(StringComparer.Ordinal));
    }

    private sealed class Guarded(Guard guard) : ActivityKind
    {
        public override string Type => "Sample.Guarded";

        public override IReadOnlyList<Guard> Guards => [guard];

        public override StepResult Start(StepContext context) => StepResult.Complete();
    }
}
