// These tests start Linux programs: kill, tmux, strace, and clients from Debian's packages.
using System.Runtime.Versioning;

[assembly: SupportedOSPlatform("linux")]
