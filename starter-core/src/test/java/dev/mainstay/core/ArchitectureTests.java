package dev.mainstay.core;

import dev.mainstay.rules.AbstractArchitectureTests;

class ArchitectureTests extends AbstractArchitectureTests {

}
