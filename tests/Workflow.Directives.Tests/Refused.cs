namespace Workflow.Directives.Tests;

/// <summary>The only way a test says that an act was refused: with this code, and nothing in any table is different afterwards.</summary>
internal static class Refused
{
    public static async Task<Refusal> ChangesNothingAsync<T>(Province province, string code, Func<Task<Result<T>>> act)
    {
        var before = await province.FingerprintAsync();
        var result = await act();
        Assert.False(result.Done, $"The act was done; it should have been refused with {code}.");
        Assert.Equal(code, result.Refusal!.Code);
        Assert.Equal(before, await province.FingerprintAsync());
        Assert.True(result.Refusal.Vietnamese.Length > 0 && result.Refusal.English.Length > 0 && result.Refusal.Vietnamese != result.Refusal.English);
        return result.Refusal;
    }
}
