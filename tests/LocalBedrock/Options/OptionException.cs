using System;

namespace LocalBedrock.Options;

/// <summary>A command line that can't be obeyed; the message names the option.</summary>
internal sealed class OptionException(string message) : Exception(message);
