import Platform

System.keepFreedMemory()
System.exit(CommandLineTool(arguments: System.arguments).run())
