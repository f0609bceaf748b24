// The functions of libunbound that are called, and the one structure that it hands back (unbound.h, ABI 8).
using System.Runtime.InteropServices;

namespace Balcony.Xmpp.Dns;

internal static unsafe class Unbound
{
    public const string LibraryName = "libunbound.so.8";

    // struct ub_ctx *ub_ctx_create(void)
    public static readonly delegate* unmanaged<nint> Create;

    // void ub_ctx_delete(struct ub_ctx *)
    public static readonly delegate* unmanaged<nint, void> Delete;

    // int ub_ctx_set_option(struct ub_ctx *, const char *opt, const char *val)
    private static readonly delegate* unmanaged<nint, byte*, byte*, int> SetOptionText;

    // int ub_ctx_set_fwd(struct ub_ctx *, const char *addr)
    private static readonly delegate* unmanaged<nint, byte*, int> SetForwardText;

    // int ub_ctx_add_ta(struct ub_ctx *, const char *ta)
    private static readonly delegate* unmanaged<nint, byte*, int> AddAnchorText;

    // int ub_ctx_add_ta_file(struct ub_ctx *, const char *fname)
    private static readonly delegate* unmanaged<nint, byte*, int> AddAnchorFileText;

    // int ub_ctx_async(struct ub_ctx *, int dothread)
    public static readonly delegate* unmanaged<nint, int, int> Async;

    // int ub_fd(struct ub_ctx *)
    public static readonly delegate* unmanaged<nint, int> Descriptor;

    // int ub_process(struct ub_ctx *): calls back for what is ready
    public static readonly delegate* unmanaged<nint, int> Process;

    // int ub_resolve_async(struct ub_ctx *, const char *name, int rrtype, int rrclass, void *mydata, ub_callback_type, int *async_id)
    private static readonly delegate* unmanaged<nint, byte*, int, int, nint, delegate* unmanaged<nint, int, Result*, void>, int*, int> ResolveText;

    // int ub_cancel(struct ub_ctx *, int async_id)
    public static readonly delegate* unmanaged<nint, int, int> Cancel;

    // void ub_resolve_free(struct ub_result *)
    public static readonly delegate* unmanaged<Result*, void> Free;

    // const char *ub_strerror(int)
    private static readonly delegate* unmanaged<int, byte*> ErrorText;

    // int ub_ctx_debugout(struct ub_ctx *, void *file): no file, no lines on our standard error
    public static readonly delegate* unmanaged<nint, nint, int> LogTo;

    // int ub_ctx_zone_remove(struct ub_ctx *, const char *zone): reads the options in, as the first question would
    private static readonly delegate* unmanaged<nint, byte*, int> RemoveZoneText;

#pragma warning disable CA1810 // the fields depend on one library handle
    static Unbound()
#pragma warning restore CA1810
    {
        if (!NativeLibrary.TryLoad(LibraryName, out var library))
        {
            WhyNot = $"{LibraryName} cannot be loaded";
            return;
        }
        Create = (delegate* unmanaged<nint>)Find(library, "ub_ctx_create");
        Delete = (delegate* unmanaged<nint, void>)Find(library, "ub_ctx_delete");
        SetOptionText = (delegate* unmanaged<nint, byte*, byte*, int>)Find(library, "ub_ctx_set_option");
        SetForwardText = (delegate* unmanaged<nint, byte*, int>)Find(library, "ub_ctx_set_fwd");
        AddAnchorText = (delegate* unmanaged<nint, byte*, int>)Find(library, "ub_ctx_add_ta");
        AddAnchorFileText = (delegate* unmanaged<nint, byte*, int>)Find(library, "ub_ctx_add_ta_file");
        Async = (delegate* unmanaged<nint, int, int>)Find(library, "ub_ctx_async");
        Descriptor = (delegate* unmanaged<nint, int>)Find(library, "ub_fd");
        Process = (delegate* unmanaged<nint, int>)Find(library, "ub_process");
        ResolveText = (delegate* unmanaged<nint, byte*, int, int, nint, delegate* unmanaged<nint, int, Result*, void>, int*, int>)Find(library, "ub_resolve_async");
        Cancel = (delegate* unmanaged<nint, int, int>)Find(library, "ub_cancel");
        Free = (delegate* unmanaged<Result*, void>)Find(library, "ub_resolve_free");
        ErrorText = (delegate* unmanaged<int, byte*>)Find(library, "ub_strerror");
        RemoveZoneText = (delegate* unmanaged<nint, byte*, int>)Find(library, "ub_ctx_zone_remove");
        LogTo = (delegate* unmanaged<nint, nint, int>)Find(library, "ub_ctx_debugout");
    }

    /// <summary>Why nothing can be called; null when it can.</summary>
    public static string? WhyNot { get; private set; }

    public static int SetOption(nint context, string option, string value)
    {
        fixed (byte* name = Text(option + ":"), text = Text(value)) return SetOptionText(context, name, text);
    }

    public static int SetForward(nint context, string address)
    {
        fixed (byte* text = Text(address)) return SetForwardText(context, text);
    }

    public static int AddAnchor(nint context, string record)
    {
        fixed (byte* text = Text(record)) return AddAnchorText(context, text);
    }

    public static int AddAnchorFile(nint context, string path)
    {
        fixed (byte* text = Text(path)) return AddAnchorFileText(context, text);
    }

    public static int RemoveZone(nint context, string zone)
    {
        fixed (byte* text = Text(zone)) return RemoveZoneText(context, text);
    }

    public static int Resolve(nint context, string name, DnsType type, nint id, delegate* unmanaged<nint, int, Result*, void> callback, out int handle)
    {
        const int classInternet = 1;
        fixed (byte* text = Text(name))
        fixed (int* to = &handle)
        {
            return ResolveText(context, text, (ushort)type, classInternet, id, callback, to);
        }
    }

    public static string Explain(int error) => Marshal.PtrToStringUTF8((nint)ErrorText(error)) ?? $"error {error}";

    private static byte[] Text(string text) => System.Text.Encoding.UTF8.GetBytes(text + "\0");

    private static nint Find(nint library, string function)
    {
        if (!NativeLibrary.TryGetExport(library, function, out var address)) WhyNot = $"{LibraryName} lacks {function}";
        return address;
    }

    /// <summary>struct ub_result.</summary>
    [StructLayout(LayoutKind.Sequential)]
    public struct Result
    {
        public byte* Name;
        public int Type;
        public int Class;
        public byte** Data;
        public int* Lengths;
        public byte* CanonicalName;
        public int ResponseCode;
        public void* Packet;
        public int PacketLength;
        public int HasData;
        public int IsNxDomain;
        public int IsSecure;
        public int IsBogus;
        public byte* WhyBogus;
        public int WasRateLimited;
        public int Ttl;
    }
}
