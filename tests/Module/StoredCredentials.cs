namespace Amazon.PowerShell.Common
{
    /// <summary>As $StoredAWSCredentials of AWS Tools for PowerShell is: all that it holds is internal.</summary>
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
