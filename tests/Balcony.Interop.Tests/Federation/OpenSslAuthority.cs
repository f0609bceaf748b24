// An authority as many run it: `openssl ca` over an index file, its CRL on a web server, `openssl ocsp` as its responder.
using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using Balcony.Interop.Tests.Rig;

namespace Balcony.Interop.Tests.Federation;

internal sealed class OpenSslAuthority : IAsyncDisposable
{
    private const string OpenSsl = "/usr/bin/openssl";

    private readonly string _folder = Directory.CreateTempSubdirectory("balcony-ca-").FullName;
    private readonly HttpListener _web = new();
    private Process? _responder;

    private OpenSslAuthority()
    {
        ResponderPort = BalconyProcess.FreePort();
        ListPort = BalconyProcess.FreePort();
    }

    public int ResponderPort { get; }

    public int ListPort { get; }

    public string AuthorityFile => Path.Combine(_folder, "ca.pem");

    public static async Task<OpenSslAuthority> CreateAsync()
    {
        var authority = new OpenSslAuthority();
        await authority.WriteAsync();
        return authority;
    }

    public async ValueTask DisposeAsync()
    {
        _web.Close();
        if (_responder is not null)
        {
            _responder.Kill(entireProcessTree: true);
            await _responder.WaitForExitAsync();
            _responder.Dispose();
        }
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>Issues a certificate for capulet.example.</summary>
    /// <param name="name">Of its files.</param>
    /// <param name="section">asks, lists or responder.</param>
    public async Task<X509Certificate2> IssueAsync(string name, string section)
    {
        await RunAsync("req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", $"{name}.key", "-out", $"{name}.csr", "-subj", $"/CN={name}", "-config", "ca.cnf");
        await RunAsync("ca", "-batch", "-notext", "-config", "ca.cnf", "-extensions", section, "-in", $"{name}.csr", "-out", $"{name}.pem");
        return X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder, $"{name}.pem"));
    }

    /// <summary>As a server's cert.pem (with the authority behind it) and key.pem; the authority as ca.pem.</summary>
    public void CopyTo(string folder, string name)
    {
        File.WriteAllText(Path.Combine(folder, "cert.pem"), File.ReadAllText(Path.Combine(_folder, $"{name}.pem")) + File.ReadAllText(AuthorityFile));
        File.Copy(Path.Combine(_folder, $"{name}.key"), Path.Combine(folder, "key.pem"));
        File.Copy(AuthorityFile, Path.Combine(folder, "ca.pem"));
    }

    public Task RevokeAsync(string name) => RunAsync("ca", "-config", "ca.cnf", "-revoke", $"{name}.pem", "-crl_reason", "keyCompromise");

    /// <summary>Serves the list as it is now.</summary>
    public async Task ServeListAsync()
    {
        await RunAsync("ca", "-config", "ca.cnf", "-gencrl", "-out", "ca.crl.pem");
        await RunAsync("crl", "-in", "ca.crl.pem", "-outform", "DER", "-out", "ca.crl");
        var list = await File.ReadAllBytesAsync(Path.Combine(_folder, "ca.crl"));
        _web.Prefixes.Add($"http://127.0.0.1:{ListPort}/");
        _web.Start();
        _ = AnswerAsync(list);
    }

    /// <summary>Starts the responder, which knows what was issued and revoked by then.</summary>
    /// <param name="signer">Whose key signs: a certificate that was issued, or ca.</param>
    public async Task StartResponderAsync(string signer)
    {
        _responder = ClientProgram.Start(
            OpenSsl,
            [
                "ocsp", "-index", Path.Combine(_folder, "index.txt"), "-CA", AuthorityFile, "-rsigner", Path.Combine(_folder, $"{signer}.pem"),
                "-rkey", Path.Combine(_folder, $"{signer}.key"), "-port", $"{ResponderPort}", "-ndays", "1",
            ]);
        // Not by a connection: it answers one after the other, and waits for what this one would never say.
        var isReady = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _responder.ErrorDataReceived += (_, line) => Look(line.Data);
        _responder.OutputDataReceived += (_, line) => Look(line.Data);
        _responder.BeginErrorReadLine();
        _responder.BeginOutputReadLine();
        await isReady.Task.WaitAsync(TimeSpan.FromSeconds(60));

        void Look(string? line)
        {
            if (line?.Contains("waiting for OCSP", StringComparison.Ordinal) == true) isReady.TrySetResult();
        }
    }

    private async Task AnswerAsync(byte[] list)
    {
        while (_web.IsListening)
        {
            try
            {
                var context = await _web.GetContextAsync();
                await context.Response.OutputStream.WriteAsync(list);
                context.Response.Close();
            }
            catch (Exception fault) when (fault is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
        }
    }

    private async Task WriteAsync()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "index.txt"), "");
        await File.WriteAllTextAsync(Path.Combine(_folder, "serial"), "80AB01\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "crlnumber"), "01\n");
        await File.WriteAllTextAsync(Path.Combine(_folder, "ca.cnf"), Configuration());
        await RunAsync(
            "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=OpenSSL Test Authority", "-config", "ca.cnf", "-extensions",
            "authority");
    }

    private string Configuration() =>
        $"""
        [req]
        distinguished_name = name
        [name]
        [ca]
        default_ca = test
        [test]
        database = {_folder}/index.txt
        new_certs_dir = {_folder}
        serial = {_folder}/serial
        crlnumber = {_folder}/crlnumber
        certificate = {_folder}/ca.pem
        private_key = {_folder}/ca.key
        default_md = sha256
        default_days = 20
        default_crl_days = 2
        unique_subject = no
        policy = any
        [any]
        commonName = supplied
        [authority]
        basicConstraints = critical, CA:TRUE
        keyUsage = critical, keyCertSign, cRLSign
        subjectKeyIdentifier = hash
        [asks]
        basicConstraints = critical, CA:FALSE
        keyUsage = critical, digitalSignature
        extendedKeyUsage = serverAuth
        subjectAltName = DNS:capulet.example
        authorityInfoAccess = OCSP;URI:http://127.0.0.1:{ResponderPort}/
        [lists]
        basicConstraints = critical, CA:FALSE
        keyUsage = critical, digitalSignature
        extendedKeyUsage = serverAuth
        subjectAltName = DNS:capulet.example
        crlDistributionPoints = URI:http://127.0.0.1:{ListPort}/ca.crl
        [responder]
        basicConstraints = critical, CA:FALSE
        keyUsage = critical, digitalSignature
        extendedKeyUsage = OCSPSigning
        """;

    private async Task RunAsync(params string[] arguments) => (await ClientProgram.RunAsync(
        "/usr/bin/env", ["-C", _folder, OpenSsl, .. arguments])).AssertSucceeded();
}
