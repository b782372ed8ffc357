using System.Net.Sockets;
using System.Security.Authentication;

namespace Workflow.Directives.Dissemination.Mail.Smtp;

/// <summary>One wait on the network: ends by itself, by the caller, or when the time is over; and every failure of the network comes out as the same exception.</summary>
internal sealed class Patience : IDisposable
{
    private readonly TimeSpan timeout;
    private readonly CancellationToken caller;
    private readonly CancellationTokenSource timer;
    private readonly CancellationTokenSource either;

    public Patience(TimeSpan timeout, TimeProvider clock, CancellationToken caller)
    {
        this.timeout = timeout;
        this.caller = caller;
        timer = new CancellationTokenSource(timeout, clock);
        either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, caller);
    }

    public async Task<T> GuardAsync<T>(Func<CancellationToken, Task<T>> wait)
    {
        try
        {
            return await wait(either.Token);
        }
        catch (OperationCanceledException e) when (!caller.IsCancellationRequested && timer.IsCancellationRequested)
        {
            throw new SmtpBrokenException($"No answer within {timeout.TotalSeconds:0} seconds.", e);
        }
        catch (Exception e) when (e is SocketException or AuthenticationException or (IOException and not SmtpBrokenException))
        {
            caller.ThrowIfCancellationRequested();
            throw new SmtpBrokenException(e is IOException { InnerException: SocketException inner } ? inner.Message : e.Message, e);
        }
    }

    public Task GuardAsync(Func<CancellationToken, Task> wait) => GuardAsync(async token =>
    {
        await wait(token);
        return true;
    });

    public void Dispose()
    {
        either.Dispose();
        timer.Dispose();
    }
}
