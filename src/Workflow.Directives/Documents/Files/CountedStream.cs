namespace Workflow.Directives.Documents.Files;

/// <summary>What was sent goes beyond what is unpacked.</summary>
internal sealed class BeyondLimitException : Exception;

/// <summary>What several streams may give together.</summary>
/// <param name="bytes">How much.</param>
internal sealed class Allowance(long bytes)
{
    private long left = bytes;

    /// <exception cref="BeyondLimitException">More came than was allowed.</exception>
    internal void Take(int read)
    {
        left -= read;
        if (left < 0)
        {
            throw new BeyondLimitException();
        }
    }
}

/// <summary>Counts what is unpacked and gives no more than was allowed, whatever the package says of its own sizes.</summary>
internal sealed class CountedStream(Stream inner, long allowed, Allowance? all = null) : Stream
{
    private long left = allowed;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <exception cref="BeyondLimitException">More came than was allowed.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        all?.Take(read);
        left -= read;
        return left >= 0 ? read : throw new BeyondLimitException();
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        inner.Dispose();
        base.Dispose(disposing);
    }
}
