namespace Amazon.PowerShell.Common
{
    /// <summary>A stand-in for $StoredAWSCredentials of AWS Tools for PowerShell, whose members are all internal.</summary>
    public class AWSPSCredentials
    {
        internal AWSPSCredentials(object credentials, string name)
        {
            Credentials = credentials;
            Name = name;
        }

        internal string Name { get; }

        internal object Credentials { get; }

        public static AWSPSCredentials Of(object credentials) => new AWSPSCredentials(credentials, "stored");

        public override string ToString() => Name;
    }
}
