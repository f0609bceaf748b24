// The program `balcony`: composes commands, no logic of its own.
return 0;
