using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>The PKCS#11 modules of this process. Each is loaded once and stays: unloading it for one signer would end the sessions of all.</summary>
internal static class Pkcs11Modules
{
    private static readonly ConcurrentDictionary<string, Lazy<IPkcs11Library>> Loaded = new();

    // The package asks for libdl by a name that only machines with the C headers know; its functions are in every glibc.
    static Pkcs11Modules() => NativeLibrary.SetDllImportResolver(typeof(Pkcs11InteropFactories).Assembly, (name, assembly, path) =>
        name == "libdl" && NativeLibrary.TryLoad("libdl.so.2", assembly, path, out var handle) ? handle : IntPtr.Zero);

    /// <summary>A module.</summary>
    /// <param name="path">Path of it.</param>
    /// <exception cref="Exception">It cannot be loaded; the next call tries again.</exception>
    public static IPkcs11Library Load(string path)
    {
        var module = Loaded.GetOrAdd(path, at => new Lazy<IPkcs11Library>(() =>
        {
            var factories = new Pkcs11InteropFactories();
            return factories.Pkcs11LibraryFactory.LoadPkcs11Library(factories, at, AppType.MultiThreaded);
        }));
        try
        {
            return module.Value;
        }
        catch
        {
            Loaded.TryRemove(new(path, module));
            throw;
        }
    }
}
