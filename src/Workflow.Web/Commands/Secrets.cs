using System.Text;

namespace Workflow.Web.Commands;

/// <summary>Asks for passwords and PINs. Never an argument: arguments are seen by everybody on the machine and kept by the shell.</summary>
internal static class Secrets
{
    /// <summary>The next line of the standard input; typed by a person it is not shown.</summary>
    /// <param name="what">What is asked for.</param>
    public static async Task<string> AskAsync(string what)
    {
        if (Console.IsInputRedirected)
        {
            return await Console.In.ReadLineAsync() ?? "";
        }

        await Console.Error.WriteAsync($"{what}: ");
        var typed = new StringBuilder();
        for (var key = Console.ReadKey(intercept: true); key.Key != ConsoleKey.Enter; key = Console.ReadKey(intercept: true))
        {
            if (key.Key == ConsoleKey.Backspace)
            {
                typed.Length = Math.Max(0, typed.Length - 1);
            }
            else if (!char.IsControl(key.KeyChar))
            {
                typed.Append(key.KeyChar);
            }
        }

        await Console.Error.WriteLineAsync();
        return typed.ToString();
    }
}
