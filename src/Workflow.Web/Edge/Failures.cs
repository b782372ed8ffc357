namespace Workflow.Web.Edge;

/// <summary>
/// The last resort: what nothing else answered. A request that is broken below any rule gets its own status; a defect is 500, logged
/// with its stack and told without one, and without what the exception says, which may quote what was sent.
/// </summary>
internal sealed class Failures(RequestDelegate next, ILogger<Failures> logger)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // Whoever asked is gone; there is nobody to answer.
        }
        catch (BadHttpRequestException broken) when (!context.Response.HasStarted)
        {
            context.Response.Clear();
            await EdgeAnswer.EndAsync(context, broken.StatusCode);
        }
        catch (Exception defect) when (!context.Response.HasStarted)
        {
            logger.LogError("A request failed: {Kind}\n{Stack}", defect.GetType().FullName, defect.StackTrace);
            context.Response.Clear();
            await EdgeAnswer.EndAsync(context, StatusCodes.Status500InternalServerError);
        }
    }
}
