// What a lab writes for programs: its root, its trust anchor, and certificates with keys.

namespace Balcony.Cli.Lab.Ground;

internal sealed record LabFolder(string Folder)
{
    /// <summary>The certificate authority, PEM.</summary>
    public string Root => Path.Combine(Folder, "root.pem");

    public string Intermediate => Path.Combine(Folder, "intermediate.pem");

    /// <summary>The key of the DNS root, as unbound reads it.</summary>
    public string TrustAnchor => Path.Combine(Folder, "root.key");

    /// <summary>The same for BIND's tools (`delv -a`).</summary>
    public string BindAnchor => Path.Combine(Folder, "bind.keys");

    public string CertificateOf(LabPeer peer) => Path.Combine(Folder, "peers", peer.Spec.Name + ".crt");

    public string KeyOf(LabPeer peer) => Path.Combine(Folder, "peers", peer.Spec.Name + ".key");

    public string CertificateOf(LabSubject subject) => Path.Combine(Folder, subject.CertificateFile);

    public string KeyOf(LabSubject subject) => Path.Combine(Folder, subject.KeyFile);

    public static LabFolder Write(LabOptions options, LabAuthority authority, LabDnsData data, IEnumerable<LabPeer> peers)
    {
        var files = new LabFolder(options.Folder);
        Directory.CreateDirectory(Path.Combine(options.Folder, "peers"));
        File.WriteAllText(files.Root, authority.Root.Certificate.ExportCertificatePem() + "\n");
        File.WriteAllText(files.Intermediate, authority.Intermediate.Certificate.ExportCertificatePem() + "\n");
        var key = data.Zones.Single(zone => zone.Origin.Length == 0).Key!;
        File.WriteAllText(files.TrustAnchor, key.AnchorFor("") + "\n");
        File.WriteAllText(files.BindAnchor, $"trust-anchors {{ . static-key 257 3 13 \"{Convert.ToBase64String(key.Data.AsSpan(4))}\"; }};\n");
        foreach (var subject in options.Subjects)
            WriteIdentity(authority.Issue(LabCertificate.Good, subject.Domain, LabService.Server), files.CertificateOf(subject), files.KeyOf(subject));
        foreach (var peer in peers) WriteIdentity(peer.Identity, files.CertificateOf(peer), files.KeyOf(peer));
        return files;
    }

    private static void WriteIdentity(LabIdentity identity, string certificate, string key)
    {
        File.WriteAllText(certificate, identity.ChainPem);
        if (!File.Exists(key)) Create(key);
        File.WriteAllText(key, identity.KeyPem + "\n");
    }

    // Nobody else may read it, not even for a moment.
    private static void Create(string key)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        new FileStream(key, options).Dispose();
    }
}
