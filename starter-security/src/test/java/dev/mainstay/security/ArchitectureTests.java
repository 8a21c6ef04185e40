package dev.mainstay.security;

import dev.mainstay.rules.AbstractArchitectureTests;

class ArchitectureTests extends AbstractArchitectureTests {

}
