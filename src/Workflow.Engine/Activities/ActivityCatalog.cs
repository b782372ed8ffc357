namespace Workflow.Engine;

/// <summary>The activity kinds a definition may use: the built-in ones and those given.</summary>
public sealed class ActivityCatalog
{
    private readonly Dictionary<string, ActivityKind> kinds = new(StringComparer.Ordinal);

    /// <summary>Takes the built-in kinds and these.</summary>
    /// <exception cref="ArgumentException">Two kinds have one type, or a guard lacks its code or a sentence.</exception>
    public ActivityCatalog(IEnumerable<ActivityKind> kinds)
    {
        ArgumentNullException.ThrowIfNull(kinds);
        foreach (var kind in BuiltInKinds.All().Concat(kinds))
        {
            Add(kind);
        }
    }

    /// <summary>Every kind, built-in ones first.</summary>
    public IReadOnlyCollection<ActivityKind> Kinds => kinds.Values;

    /// <summary>The kind of this type; null when there is none.</summary>
    public ActivityKind? Find(string type) => kinds.GetValueOrDefault(type);

    internal ActivityKind Get(Activity activity) => Find(activity.Type)
        ?? throw new InvalidOperationException(
            $"The catalog has no kind \"{activity.Type}\" for activity \"{activity.Id}\"; the definition was read with another catalog.");

    private void Add(ActivityKind kind)
    {
        foreach (var guard in kind.Guards)
        {
            if (string.IsNullOrWhiteSpace(guard.Code) || string.IsNullOrWhiteSpace(guard.Vietnamese) || string.IsNullOrWhiteSpace(guard.English))
            {
                throw new ArgumentException($"Guard \"{guard.Code}\" of \"{kind.Type}\" needs a code, a Vietnamese and an English sentence.", nameof(kind));
            }
        }

        if (!kinds.TryAdd(kind.Type, kind))
        {
            throw new ArgumentException($"Two kinds have the type \"{kind.Type}\": {kinds[kind.Type].GetType().Name} and {kind.GetType().Name}.", nameof(kind));
        }
    }
}
