using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>When a deferred message is tried again (RFC 5321 §4.5.4.1): soon at first, because most trouble is short, and then ever more seldom.</summary>
internal static class RetrySchedule
{
    private const double Jitter = 0.2;

    private static readonly int[] Minutes = [1, 5, 15, 30, 60, 120, 240];

    /// <summary>
    /// The wait after the n-th failed attempt, from 1: 1, 5, 15, 30, 60, 120, then always 240 minutes, ±20 %. The share is a fixed function of the message and the attempt, so that
    /// messages deferred together spread out, and a test or an inquiry finds the same moments again.
    /// </summary>
    public static TimeSpan DelayAfter(int attempts, string messageId)
    {
        var minutes = Minutes[Math.Clamp(attempts, 1, Minutes.Length) - 1];
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{messageId}/{attempts}")));
        var share = BinaryPrimitives.ReadUInt32BigEndian(hash) / (double)uint.MaxValue;
        return TimeSpan.FromMinutes(minutes * (1 - Jitter + (2 * Jitter * share)));
    }
}
