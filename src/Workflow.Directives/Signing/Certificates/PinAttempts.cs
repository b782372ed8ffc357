namespace Workflow.Directives.Signing.Certificates;

/// <summary>
/// Counts wrong PINs, in memory. A lock is for one person at one key and ends by itself: tries while it stands are not counted, and nobody can
/// lock another person's hand. Who guesses gets 5 tries in 15 minutes.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class PinAttempts(TimeProvider time)
{
    /// <summary>Wrong PINs that lock.</summary>
    public const int Most = 5;

    /// <summary>How long a wrong PIN counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(15);

    private readonly Dictionary<(Guid Person, Guid Certificate), List<DateTime>> wrong = [];

    /// <summary>Counts a try, before the PIN is looked at, so that tries at the same moment count too.</summary>
    /// <param name="person">Who tries.</param>
    /// <param name="certificate">At which key.</param>
    /// <returns>Null when it may be tried; otherwise from when on, UTC.</returns>
    public DateTime? Begin(Guid person, Guid certificate)
    {
        var now = time.GetUtcNow().UtcDateTime;
        lock (wrong)
        {
            foreach (var (key, old) in wrong)
            {
                old.RemoveAll(at => at <= now - Window);
                if (old.Count == 0)
                {
                    wrong.Remove(key);
                }
            }

            if (!wrong.TryGetValue((person, certificate), out var tries))
            {
                wrong.Add((person, certificate), tries = []);
            }

            if (tries.Count >= Most)
            {
                return tries[^Most] + Window;
            }

            tries.Add(now);
            return null;
        }
    }

    /// <summary>The PIN was right: nothing counts any more.</summary>
    /// <param name="person">Who tried.</param>
    /// <param name="certificate">At which key.</param>
    public void Succeed(Guid person, Guid certificate)
    {
        lock (wrong)
        {
            wrong.Remove((person, certificate));
        }
    }

    /// <summary>The key could not be reached at all: the last try is taken back.</summary>
    /// <param name="person">Who tried.</param>
    /// <param name="certificate">At which key.</param>
    public void TakeBack(Guid person, Guid certificate)
    {
        lock (wrong)
        {
            if (wrong.TryGetValue((person, certificate), out var tries) && tries.Count > 0)
            {
                tries.RemoveAt(tries.Count - 1);
            }
        }
    }
}
