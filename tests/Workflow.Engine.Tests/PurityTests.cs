using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Workflow.Engine.Tests;

/// <summary>The engine reads no clock, no chance and no file: its compiled code refers to none of them.</summary>
public sealed class PurityTests
{
    private static readonly string[] BannedTypes =
    [
        "System.Random", "System.Console", "System.TimeProvider", "System.Diagnostics.Stopwatch", "System.Threading.Thread", "System.Threading.Timer",
        "System.Threading.Tasks.Task", "System.Threading.Tasks.Task`1", "System.Threading.Tasks.ValueTask", "System.Threading.Tasks.ValueTask`1", "System.TimeZoneInfo",
    ];

    private static readonly string[] BannedMembers =
        ["DateTime.get_UtcNow", "DateTime.get_Now", "DateTime.get_Today", "DateTime.ToLocalTime", "DateTimeOffset.get_UtcNow", "DateTimeOffset.get_Now", "Guid.NewGuid", "Guid.CreateVersion7", "RandomNumberGenerator.Fill", "RandomNumberGenerator.GetBytes"];

    /// <summary>Every compiled iterator asks for its thread, to know whether it may be reused.</summary>
    private const string IteratorThread = "Environment.get_CurrentManagedThreadId";

    private static readonly string[] BannedNamespaces = ["System.IO", "System.Net", "Microsoft.EntityFrameworkCore", "Microsoft.AspNetCore", "Microsoft.Extensions"];

    [Fact]
    public void Engine_CompiledCode_RefersToNothingImpure()
    {
        var (types, members) = ReferencesOf(typeof(WorkflowEngine).Assembly);

        Assert.Contains("System.DateTime", types);
        Assert.Contains("DateTime.SpecifyKind", members);
        Assert.Empty(types.Intersect(BannedTypes));
        Assert.Empty(members.Intersect(BannedMembers));
        Assert.DoesNotContain(members, m => m.StartsWith("Environment.", StringComparison.Ordinal) && m != IteratorThread);
        Assert.DoesNotContain(types, t => BannedNamespaces.Any(n => t.StartsWith(n + ".", StringComparison.Ordinal)));
    }

    [Fact]
    public void Engine_StaticFields_AreReadOnly() =>
        Assert.Empty(typeof(WorkflowEngine).Assembly.GetTypes()
            .Where(t => t.Namespace == typeof(WorkflowEngine).Namespace && !t.Name.Contains('<', StringComparison.Ordinal) && t != typeof(StateJson))
            .SelectMany(t => t.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
            .Where(f => !f.IsInitOnly && !f.IsLiteral)
            .Select(f => $"{f.DeclaringType!.Name}.{f.Name}"));

    private static (HashSet<string> Types, HashSet<string> Members) ReferencesOf(Assembly assembly)
    {
        using var stream = File.OpenRead(assembly.Location);
        using var file = new PEReader(stream);
        var reader = file.GetMetadataReader();
        var types = reader.TypeReferences.Select(h => reader.GetTypeReference(h)).Select(t => $"{reader.GetString(t.Namespace)}.{reader.GetString(t.Name)}").ToHashSet();
        var members = reader.MemberReferences.Select(h => reader.GetMemberReference(h))
            .Where(m => m.Parent.Kind == HandleKind.TypeReference)
            .Select(m => $"{reader.GetString(reader.GetTypeReference((TypeReferenceHandle)m.Parent).Name)}.{reader.GetString(m.Name)}")
            .ToHashSet();
        return (types, members);
    }
}
