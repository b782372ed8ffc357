using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests.Expressions;

public sealed class InputConversionTests
{
    [Fact]
    public void Value_TextOrNumber_BecomesWhatIsAskedFor()
    {
        Assert.Equal(7, To<int>("\"7\""));
        Assert.Equal(7, To<int>("7"));
        Assert.Equal(7L, To<long?>("7"));
        Assert.Equal(1.5m, To<decimal>("\"1.5\""));
        Assert.True(To<bool>("\"True\""));
        Assert.Equal("7", To<string>("7"));
        Assert.Equal(["a", "b"], To<string[]>("[\"a\",\"b\"]")!);
        Assert.Equal(["a"], To<IReadOnlyList<string>>("\"[\\\"a\\\"]\"")!);
        Assert.Equal(TimeSpan.FromHours(49), To<TimeSpan>("\"2.01:00:00\""));
        Assert.Equal(new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc), To<DateTime>("\"2026-01-01T07:00:00+07:00\""));
        Assert.Equal(BookmarkKind.Timer, To<BookmarkKind>("\"timer\""));
        Assert.Null(To<string>("null"));
        Assert.Equal(0, To<int>("null"));
    }

    [Theory]
    [InlineData("72:00:00")]
    [InlineData("3")]
    [InlineData("1:00")]
    [InlineData("3:00:00:00")]
    [InlineData("-00:01:00")]
    [InlineData("00:61:00")]
    [InlineData("")]
    public void Duration_ReadInTwoWays_IsReadInNone(string text) => Assert.Throws<FormatException>(() => InputConversion.ToDuration(text));

    private static T? To<T>(string json) => InputConversion.To<T>(JsonNode.Parse(json), "activity", "input");
}
